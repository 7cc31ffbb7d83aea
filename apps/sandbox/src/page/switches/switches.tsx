import type { Bench } from '../model/bench.ts';
import { languageOf } from '../scene/shop.ts';
import { Group, Toggle } from './controls.tsx';
import { NetworkSwitches } from './network.tsx';
import { TokenSwitches } from './token.tsx';
import { Who } from './who.tsx';

/** Everything that can be set about a trip; each of them is in the URL too. */
export function Switches({ bench }: { bench: Bench }) {
  return (
    <section class="switches" aria-label="Switches">
      <Who bench={bench} />
      <TokenSwitches bench={bench} />
      <NetworkSwitches bench={bench} />
      {bench.surface.value !== 'pos' && (
        <Toggle
          label="Editor"
          title="Preview in the editor"
          on={bench.url.value.editor}
          onChange={(on) => bench.change({ editor: on })}
        />
      )}
      <Language bench={bench} />
    </section>
  );
}

function Language({ bench }: { bench: Bench }) {
  const manifest = bench.manifest.value;
  const languages = Object.keys(manifest?.locales.translations ?? {});
  if (!manifest || languages.length < 2) return null;
  const current = languageOf(bench.url.value, manifest);
  return (
    <Group label="Language">
      <select
        aria-label="Language"
        value={current}
        onChange={({ currentTarget: { value } }) =>
          bench.change({ language: value === manifest.locales.defaultLanguage ? undefined : value })
        }
      >
        {[...new Set([...languages, current])].map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </select>
    </Group>
  );
}
