import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';
import { CartPanel } from './cart-panel.tsx';
import { BuiltInTiles, OtherTiles } from './tiles.tsx';

/** The smart grid with the extension's tile, and the cart next to it. */
export const HomeScreen = ({ model }: { model: SandboxModel }) => (
  <div class="pos-home">
    <div class="pos-grid">
      <Slot model={model} name="tile" />
      <Slot model={model} name="block" />
      <OtherTiles model={model} />
      <BuiltInTiles />
    </div>
    <CartPanel model={model} />
  </div>
);
