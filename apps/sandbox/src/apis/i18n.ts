import type { I18nSettings } from '../contract/worker-contract.ts';
import type { Api } from './api.ts';

type Texts = I18nSettings['locales']['translations'][string];
type Replacements = Record<string, unknown>;
type FormatOptions = { inExtensionLocale?: boolean };

/** The language of an extension, and why it was chosen. */
export interface MatchedLanguage {
  language: string;
  /** `buyer`: the buyer's own language, with or without its region. */
  source: 'buyer' | 'shop' | 'default' | 'none';
}

const baseOf = (tag: string) => tag.split('-')[0]!;

/**
 * Chooses among the extension's locales in Shopify's order: the buyer's language, the same without its
 * region, the shop's language, the extension's `*.default.json`.
 */
export function matchLanguage({
  locales,
  language,
  shopLanguage,
}: Pick<I18nSettings, 'locales' | 'language' | 'shopLanguage'>): MatchedLanguage {
  const available = Object.keys(locales.translations);
  const find = (tag: string) => [tag, baseOf(tag)].find((candidate) => available.includes(candidate));
  const buyers = find(language);
  if (buyers) return { language: buyers, source: 'buyer' };
  const shops = find(shopLanguage);
  if (shops) return { language: shops, source: 'shop' };
  return locales.defaultLanguage
    ? { language: locales.defaultLanguage, source: 'default' }
    : { language: shopLanguage, source: 'none' };
}

export const i18n: Api = {
  create(context) {
    const { translate, formatNumber, formatCurrency, formatDate } = createI18n(context.i18n, context.report);
    return {
      'i18n.translate': translate,
      'i18n.formatNumber': formatNumber,
      'i18n.formatCurrency': formatCurrency,
      'i18n.formatDate': formatDate,
    };
  },
};

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
