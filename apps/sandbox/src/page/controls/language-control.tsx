import { matchLanguage } from '../../contract/match-language.ts';
import { languageOf } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group } from './inputs.tsx';

/** Languages to try besides those of the extension's locales. */
const OTHER_LANGUAGES = ['en', 'fr', 'fr-CA', 'de', 'ja'];

const FALLBACK_REASONS = {
  shop: "the shop's language",
  default: "the extension's default locale",
  none: 'no locale at all',
} as const;

/** The language of the buyer, and the locale that the extension gets for it. */
export function LanguageControl({ model }: { model: SandboxModel }) {
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
