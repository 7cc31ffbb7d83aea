import type { I18nSettings } from './worker-contract.ts';

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
