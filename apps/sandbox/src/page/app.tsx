import { BuildErrors } from './build-errors.tsx';
import { BuildWarnings } from './build-warnings.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { Controls } from './controls/controls.tsx';
import { Header } from './header.tsx';
import { Intro } from './intro.tsx';
import type { SandboxModel } from './model/sandbox-model.ts';
import { Panel } from './panel/panel.tsx';
import { Preview } from './preview/preview.tsx';

export function App({ model }: { model: SandboxModel }) {
  return (
    <>
      <Header model={model} />
      <Intro model={model} />
      <ConnectionNotice model={model} />
      <Controls model={model} />
      {model.ignored.value.length > 0 && (
        <p class="notice" role="status">
          Ignored parameters of this link, with unknown names or values:{' '}
          <code>{model.ignored.value.join('&')}</code>
        </p>
      )}
      <BuildWarnings model={model} />
      <main class="workbench">
        <Preview model={model} />
        <Panel model={model} />
      </main>
      <BuildErrors model={model} />
    </>
  );
}
