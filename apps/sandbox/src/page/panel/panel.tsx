import type { SandboxModel } from '../model/sandbox-model.ts';
import { Calls } from './calls.tsx';
import { Claims } from './claims.tsx';
import { ComponentTree } from './component-tree.tsx';
import { Counter } from './counter.tsx';
import { LiveValues } from './live-values.tsx';
import { NetworkLog } from './network-log.tsx';
import { SceneEditor } from './scene-editor.tsx';
import { Token } from './token.tsx';
import { Worker } from './worker.tsx';

export function Panel({ model }: { model: SandboxModel }) {
  const token = <Token key="token" model={model} />;
  const claims = <Claims key="claims" model={model} />;
  return (
    <aside class="panel" aria-label="What happened">
      <NetworkLog model={model} />
      {/* A faulty claim comes before the token. */}
      {model.culprit.value?.part === 'payload' ? [claims, token] : [token, claims]}
      <Counter model={model} />
      <LiveValues model={model} />
      <Calls model={model} />
      <SceneEditor model={model} />
      <ComponentTree model={model} />
      <Worker model={model} />
    </aside>
  );
}
