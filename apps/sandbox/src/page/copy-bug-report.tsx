import { CopyButton } from './copy-button.tsx';
import { currentKey } from './model/run-key.ts';
import type { SandboxModel } from './model/sandbox-model.ts';
import { browserName } from './report/browser-name.ts';
import { bugReport } from './report/bug-report.ts';
import { pageReport } from './report/page-report.ts';

/** Copies the run as Markdown that may be published. */
export function CopyBugReport({ model }: { model: SandboxModel }) {
  return (
    <CopyButton
      label="Copy bug report"
      title="Copies versions, outcome and requests as Markdown, without tokens and keys"
      icon="bug"
      text={() => {
        const hello = model.hello.value;
        return bugReport({
          report: pageReport(model),
          url: model.url.value,
          origin: location.origin,
          versions: hello?.versions,
          browser: browserName(navigator.userAgent),
          isForeign: hello?.api !== undefined,
          token: model.token.value?.token,
          secrets: [hello?.key ?? '', currentKey()],
        });
      }}
    />
  );
}
