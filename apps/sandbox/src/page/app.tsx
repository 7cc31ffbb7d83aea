import { BuildErrors } from './build-errors.tsx';
import { BuildWarnings } from './build-warnings.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { Toolbar } from './controls/toolbar.tsx';
import { Examples } from './examples.tsx';
import { Header } from './header.tsx';
import type { SandboxModel } from './model/sandbox-model.ts';
import { OutcomeCard } from './panel/outcome-card.tsx';
import { Panel } from './panel/panel.tsx';
import { Preview } from './preview/preview.tsx';

/** The left column runs the extension, the right one says what happened. On a phone, the outcome comes first. */
export function App({ model }: { model: SandboxModel }) {
  return (
    <>
      <Header model={model} />
      <ConnectionNotice model={model} />
      {model.ignored.value.length > 0 && (
        <p class="notice" role="status">
          Ignored parameters of this link, with unknown names or values:{' '}
          <code>{model.ignored.value.join('&')}</code>
        </p>
      )}
      <BuildWarnings model={model} />
      <main class="workbench">
        <div class="stage">
          <Toolbar model={model} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page scrolls, with the keyboard too. */}
          <section class="canvas" aria-label="Preview" tabIndex={0}>
            <Preview model={model} />
          </section>
        </div>
        <div class="side">
          <div class="result">
            <Examples model={model} />
            <OutcomeCard model={model} />
          </div>
          <Panel model={model} />
        </div>
      </main>
      <BuildErrors model={model} />
    </>
  );
}
