import { SURFACE_TITLES, SURFACES, type Surface } from '../../contract/surfaces.ts';
import type { Bench } from '../model/bench.ts';
import { surfaceOfExtension } from '../model/choose-extension.ts';
import { targetsOf } from '../model/element-tables.ts';
import { Group, Segments } from './controls.tsx';

/** Which extension runs, and where. */
export function Where({ bench }: { bench: Bench }) {
  const surface = bench.surface.value;
  const extensionsOf = (one: Surface) =>
    bench.extensions.value.filter((extension) => surfaceOfExtension(extension) === one);
  const firstTargetOf = (one: Surface) => extensionsOf(one)[0]?.built?.manifest.targets[0]?.target;
  const ofSurface = extensionsOf(surface);
  return (
    <div class="where" role="toolbar" aria-label="Surface and target">
      <Segments
        name="Surface"
        value={surface}
        options={SURFACES.map((one) => [one, SURFACE_TITLES[one]] as const)}
        onChange={(one) =>
          bench.change({
            target: firstTargetOf(one) ?? targetsOf(one)[0],
            extension: undefined,
            fault: undefined,
          })
        }
      />
      <Target bench={bench} />
      {ofSurface.length > 1 && (
        <Group label="Extension">
          <select
            aria-label="Extension"
            value={bench.extension.value?.id ?? ''}
            onChange={({ currentTarget: { value } }) => bench.change({ extension: value })}
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

function Target({ bench }: { bench: Bench }) {
  const all = targetsOf(bench.surface.value);
  const own = bench.manifest.value?.targets.map(({ target }) => target) ?? [];
  return (
    <div class="switch-group">
      <select
        aria-label="Target"
        class="target"
        value={bench.target.value ?? ''}
        onChange={({ currentTarget: { value } }) => bench.change({ target: value })}
      >
        <optgroup label="Of the extension">
          {own.map((target) => (
            <option key={target}>{target}</option>
          ))}
        </optgroup>
        <optgroup label="Its module tried elsewhere">
          {all
            .filter((target) => !own.includes(target))
            .map((target) => (
              <option key={target}>{target}</option>
            ))}
        </optgroup>
      </select>
      {!bench.isDeclared.value && (
        <span class="chip" title="shopify.extension.toml does not name this target">
          not in its TOML
        </span>
      )}
    </div>
  );
}
