import type { SandboxModel } from '../model/sandbox-model.ts';
import { Claims } from './claims.tsx';
import { ComponentTree } from './component-tree.tsx';
import { LiveValues } from './live-values.tsx';
import { NetworkLog } from './network-log.tsx';
import { OutcomeCard } from './outcome-card.tsx';
import { Token } from './token.tsx';
import { Worker } from './worker.tsx';

export function Panel({ model }: { model: SandboxModel }) {
  return (
    <aside class="panel" aria-label="What happened">
      <OutcomeCard model={model} />
      <Token model={model} />
      <Claims model={model} />
      <NetworkLog model={model} />
      <LiveValues model={model} />
      <ComponentTree model={model} />
      <Worker model={model} />
    </aside>
  );
}
