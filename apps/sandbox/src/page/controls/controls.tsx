import { matchLanguage } from '../../apis/i18n.ts';
import { languageOf } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { DeviceControls } from './device-controls.tsx';
import { IdentityControls } from './identity-controls.tsx';
import { Group, Toggle } from './inputs.tsx';
import { NetworkControls } from './network-controls.tsx';
import { TokenControls } from './token-controls.tsx';

/** The controls of a run. The URL has all of them, too. */
export function Controls({ model }: { model: SandboxModel }) {
  return (
    <section class="controls" aria-label="Controls">
      <IdentityControls model={model} />
      {model.surface.value === 'pos' && <DeviceControls model={model} />}
      <TokenControls model={model} />
      <NetworkControls model={model} />
      {model.surface.value !== 'pos' && (
        <Toggle
          label="Editor"
          title="Runs the extension as a preview in the merchant's editor"
          on={model.url.value.editor}
          onChange={(on) => model.change({ editor: on })}
        />
      )}
      <PublishedVersion model={model} />
      <Language model={model} />
    </section>
  );
}

function PublishedVersion({ model }: { model: SandboxModel }) {
  const isPos = model.surface.value === 'pos';
  return (
    <Toggle
      label="Published version"
      title="Sets extension.version, as for live buyers. Without it, this is a version in development."
      on={model.url.value.published && !isPos}
      reason={isPos ? 'POS has no extension.version: its extensions cannot tell.' : undefined}
      onChange={(on) => model.change({ published: on })}
    />
  );
}

/** Languages to try besides those of the extension's locales. */
const OTHER_LANGUAGES = ['en', 'fr', 'fr-CA', 'de', 'ja'];

const FALLBACK_REASONS = {
  shop: "the shop's language",
  default: "the extension's default locale",
  none: 'no locale at all',
} as const;

function Language({ model }: { model: SandboxModel }) {
  const manifest = model.manifest.value;
  if (!manifest) return null;
  const { locales } = manifest;
  const current = languageOf(model.url.value, manifest);
  const { language, source } = matchLanguage({
    locales,
    language: current,
    shopLanguage: model.scene.value.shop.locale,
  });
  const own = Object.keys(locales.translations);
  return (
    <Group label="Language">
      <select
        aria-label="Language"
        value={current}
        onChange={({ currentTarget: { value } }) =>
          model.change({ language: value === locales.defaultLanguage ? undefined : value })
        }
      >
        {[...new Set([...own, ...OTHER_LANGUAGES, current])].map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </select>
      {language !== current && (
        <span class="chip" role="note">
          {source === 'buyer'
            ? `No ${current} locale: uses ${language}`
            : `No ${current} locale: uses ${language}, ${FALLBACK_REASONS[source]}`}
        </span>
      )}
    </Group>
  );
}
