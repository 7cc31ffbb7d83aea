import { matchLanguage } from '../../contract/match-language.ts';
import type { I18nSettings } from '../../contract/worker-contract.ts';
import type { CreateMembers } from './api-context.ts';

type Texts = I18nSettings['locales']['translations'][string];
type Replacements = Record<string, unknown>;
type FormatOptions = { inExtensionLocale?: boolean };

export const createI18nMembers: CreateMembers = ({ i18n, report }) =>
  Object.fromEntries(Object.entries(createI18n(i18n, report)).map(([name, run]) => [`i18n.${name}`, run]));

/** `shopify.i18n`, from the extension's own `locales/`. Returns and reports a key that has no translation. */
export function createI18n(settings: I18nSettings, report: (message: string) => void) {
  const extensionLanguage = matchLanguage(settings).language;
  const { translations, defaultLanguage } = settings.locales;
  const sources = [translations[extensionLanguage], translations[defaultLanguage ?? '']];
  const localeFor = (options: FormatOptions) =>
    options.inExtensionLocale ? extensionLanguage : settings.language;

  return {
    translate(key: string, replacements: Replacements = {}): string | unknown[] {
      for (const texts of sources) {
        const text = texts && lookUp(texts, key, replacements.count, extensionLanguage);
        if (text !== undefined) return fillIn(text, replacements);
      }
      report(`Translation missing: ${key}`);
      return key;
    },
    formatNumber(value: number | bigint, options: FormatOptions & Intl.NumberFormatOptions = {}): string {
      return new Intl.NumberFormat(localeFor(options), options).format(value);
    },
    formatCurrency(value: number | bigint, options: FormatOptions & Intl.NumberFormatOptions = {}): string {
      return new Intl.NumberFormat(localeFor(options), {
        style: 'currency',
        currency: settings.currency,
        ...options,
      }).format(value);
    },
    formatDate(date: Date, options: FormatOptions & Intl.DateTimeFormatOptions = {}): string {
      return new Intl.DateTimeFormat(localeFor(options), { timeZone: settings.timezone, ...options }).format(
        date,
      );
    },
  };
}

function lookUp(texts: Texts, key: string, count: unknown, language: string): string | undefined {
  let found: Texts | string | undefined = texts;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'object') return found;
  if (typeof count !== 'number') return undefined;
  const form = found[new Intl.PluralRules(language).select(count)] ?? found.other;
  return typeof form === 'string' ? form : undefined;
}

const PLACEHOLDER = /\{\{\s*([\w.-]+)\s*\}\}/;

/** Returns a string, or an array of pieces if a replacement is an element. */
function fillIn(text: string, replacements: Replacements): string | unknown[] {
  const pieces = text
    .split(new RegExp(PLACEHOLDER.source, 'g'))
    .map((piece, index) => (index % 2 === 0 ? piece : (replacements[piece] ?? `{{${piece}}}`)));
  const isText = pieces.every((piece) => typeof piece !== 'object' && typeof piece !== 'function');
  return isText ? pieces.join('') : pieces.filter((piece) => piece !== '');
}
