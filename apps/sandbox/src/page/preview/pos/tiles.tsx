import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';

const TILE_TARGET = 'pos.home.tile.render';

/** More of them would hide the extension's own; the Extension control lists all. */
const MAX_OTHERS = 4;

/** The tiles of the other extensions, which run once they are selected. */
export function OtherTiles({ model }: { model: SandboxModel }) {
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
      <Icon name="apps" />
      <span>
        {id}
        <small>another extension: run it</small>
      </span>
    </button>
  ));
}

const BUILT_IN = [
  ['Add customer', 'person-add'],
  ['Apply discount', 'discount'],
  ['Ship to customer', 'truck'],
  ['Add note', 'note'],
] as const;

/** POS's own tiles: gray and disabled, so that nobody takes them for an app's. */
export const BuiltInTiles = () => (
  <>
    {BUILT_IN.map(([title, icon]) => (
      <button
        type="button"
        disabled
        key={title}
        class="pos-tile built-in"
        title="A tile of POS itself. It does nothing here."
      >
        <Icon name={icon} />
        <span>
          {title}
          <small>Built-in</small>
        </span>
      </button>
    ))}
  </>
);
