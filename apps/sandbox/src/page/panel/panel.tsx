import type { Bench } from '../model/bench.ts';
import { Claims } from './claims.tsx';
import { ComponentTree } from './component-tree.tsx';
import { LiveValues } from './live-values.tsx';
import { NetworkLog } from './network-log.tsx';
import { Token } from './token.tsx';
import { VerdictCard } from './verdict-card.tsx';
import { Worker } from './worker.tsx';

export function Panel({ bench }: { bench: Bench }) {
  return (
    <aside class="panel" aria-label="What happened">
      <VerdictCard bench={bench} />
      <Token bench={bench} />
      <Claims bench={bench} />
      <NetworkLog bench={bench} />
      <LiveValues bench={bench} />
      <ComponentTree bench={bench} />
      <Worker bench={bench} />
    </aside>
  );
}
