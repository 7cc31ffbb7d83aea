import { languageOf } from '../../fixtures/shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { IdentityControls } from './identity-controls.tsx';
import { Group, Toggle } from './inputs.tsx';
import { NetworkControls } from './network-controls.tsx';
import { TokenControls } from './token-controls.tsx';

/** Everything that can be set about a trip; each of them is in the URL too. */
export function Controls({ model }: { model: SandboxModel }) {
  return (
    <section class="controls" aria-label="Controls">
      <IdentityControls model={model} />
      <TokenControls model={model} />
      <NetworkControls model={model} />
      {model.surface.value !== 'pos' && (
        <Toggle
          label="Editor"
          title="Preview in the editor"
          on={model.url.value.editor}
          onChange={(on) => model.change({ editor: on })}
        />
      )}
      <Language model={model} />
    </section>
  );
}

function Language({ model }: { model: SandboxModel }) {
  const manifest = model.manifest.value;
  const languages = Object.keys(manifest?.locales.translations ?? {});
  if (!manifest || languages.length < 2) return null;
  const current = languageOf(model.url.value, manifest);
  return (
    <Group label="Language">
      <select
        aria-label="Language"
        value={current}
        onChange={({ currentTarget: { value } }) =>
          model.change({ language: value === manifest.locales.defaultLanguage ? undefined : value })
        }
      >
        {[...new Set([...languages, current])].map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </select>
    </Group>
  );
}
