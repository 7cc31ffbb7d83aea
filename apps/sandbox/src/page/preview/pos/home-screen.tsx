import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';
import { CartPanel } from './cart-panel.tsx';

/** The smart grid with the extension's tile, and the cart next to it. */
export const HomeScreen = ({ model }: { model: SandboxModel }) => (
  <div class="pos-home">
    <div class="pos-grid">
      <Slot model={model} name="tile" />
      <Slot model={model} name="block" />
      <OtherTiles model={model} />
      {TILES.map(([title, icon]) => (
        <div inert key={title} class="pos-tile">
          <Icon name={icon} />
          {title}
        </div>
      ))}
    </div>
    <CartPanel model={model} />
  </div>
);

const TILES = [
  ['Add customer', 'profile'],
  ['Add discount', 'star'],
  ['Ship to customer', 'cart'],
] as const;

const TILE_TARGET = 'pos.home.tile.render';

/** More of them would hide the extension's own; the Extension control lists all. */
const MAX_OTHERS = 4;

/** The tiles of the other extensions, which run once they are selected. */
function OtherTiles({ model }: { model: SandboxModel }) {
  const current = model.extension.value?.id;
  const others = model.extensions.value.filter(
    ({ id, built }) => id !== current && built?.manifest.targets.some(({ target }) => target === TILE_TARGET),
  );
  return others.slice(0, MAX_OTHERS).map(({ id }) => (
    <button
      type="button"
      key={id}
      class="pos-tile other"
      onClick={() => model.change({ extension: id, target: TILE_TARGET })}
    >
      <Icon name="star" />
      <span>
        {id}
        <small>another extension: run it</small>
      </span>
    </button>
  ));
}
