import { itemTitles } from '../../apis/target-items.ts';
import { targetsOf } from '../../contract/api-tables.ts';
import { SURFACE_TITLES, SURFACES, type Surface } from '../../contract/surfaces.ts';
import { declares, firstTargetOf } from '../model/choose-extension.ts';
import type { ControlledState } from '../model/sandbox-state.ts';
import { Group, Segments } from './inputs.tsx';

/** The surface, the target and the extension. */
export function TargetControls({ model }: { model: ControlledState }) {
  const surface = model.surface.value;
  const extensionsOf = (one: Surface) =>
    model.extensions.value.filter((extension) => firstTargetOf(extension, one));
  const firstOf = (one: Surface) => {
    const [extension] = extensionsOf(one);
    return extension && firstTargetOf(extension, one);
  };
  const ofSurface = extensionsOf(surface);
  const reasonOf = (one: Surface) =>
    model.extensions.value.length > 0 && extensionsOf(one).length === 0 && one !== surface
      ? 'None of the extensions here is for this surface.'
      : undefined;
  const choose = (id: string) => {
    const extension = ofSurface.find((one) => one.id === id)!;
    const target = model.target.value;
    const stays = target !== undefined && declares(extension, target);
    model.change({ extension: id, ...(!stays && { target: firstTargetOf(extension, surface) }) });
  };
  return (
    <div class="where" role="toolbar" aria-label="Surface and target">
      <Segments
        name="Surface"
        value={surface}
        options={SURFACES.map((one) => [one, SURFACE_TITLES[one], reasonOf(one)] as const)}
        onChange={(one) =>
          model.change({
            target: firstOf(one) ?? targetsOf(one)[0],
            extension: undefined,
            fault: undefined,
          })
        }
      />
      <Target model={model} />
      <Item model={model} />
      {ofSurface.length > 1 && (
        <Group label="Extension">
          <select
            aria-label="Extension"
            value={model.extension.value?.id ?? ''}
            onChange={({ currentTarget: { value } }) => choose(value)}
          >
            {ofSurface.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </Group>
      )}
    </div>
  );
}

/** The cart line or delivery option that the extension is rendered on. */
function Item({ model }: { model: ControlledState }) {
  const titles = itemTitles(model.target.value ?? '', model.scene.value);
  if (titles.length < 2) return null;
  return (
    <Group label="On">
      <select
        aria-label="Cart line or delivery option"
        value={String(model.url.value.item)}
        onChange={({ currentTarget: { value } }) => model.change({ item: Number(value) })}
      >
        {titles.map((title, index) => (
          <option key={index} value={String(index + 1)}>
            {title}
          </option>
        ))}
      </select>
    </Group>
  );
}

function Target({ model }: { model: ControlledState }) {
  const all = targetsOf(model.surface.value);
  const own = (model.manifest.value?.targets ?? [])
    .map(({ target }) => target)
    .filter((target) => all.includes(target));
  return (
    <div class="control-group">
      <select
        aria-label="Target"
        class="target"
        value={model.target.value ?? ''}
        onChange={({ currentTarget: { value } }) => model.change({ target: value })}
      >
        <optgroup label="Targets of the extension">
          {own.map((target) => (
            <option key={target}>{target}</option>
          ))}
        </optgroup>
        <optgroup label="Other targets, with its first module">
          {all
            .filter((target) => !own.includes(target))
            .map((target) => (
              <option key={target}>{target}</option>
            ))}
        </optgroup>
      </select>
      {!model.isDeclared.value && (
        <span class="chip" title="shopify.extension.toml does not name this target">
          not in its TOML
        </span>
      )}
    </div>
  );
}
