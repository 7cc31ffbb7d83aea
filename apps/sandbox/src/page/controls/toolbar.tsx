import type { SandboxModel } from '../model/sandbox-model.ts';
import { IdentityControls } from './identity-controls.tsx';
import { MoreControls } from './more-controls.tsx';
import { ServerControl } from './network-controls.tsx';
import { TargetControls } from './target-controls.tsx';
import { TokenControl } from './token-controls.tsx';

/** The controls of a run, above the preview. The URL has all of them, too. */
export function Toolbar({ model }: { model: SandboxModel }) {
  return (
    <div class="toolbar">
      <TargetControls model={model} />
      <section class="controls" aria-label="Controls">
        <IdentityControls model={model} />
        <TokenControl model={model} />
        <ServerControl model={model} />
        <MoreControls model={model} />
      </section>
    </div>
  );
}
