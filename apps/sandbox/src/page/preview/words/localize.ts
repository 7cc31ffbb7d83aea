import type { Address } from '../../../scene/buyer-and-shop.ts';
import type { Scene } from '../../../scene/scene.ts';
import { ENGLISH, type Words } from './english.ts';
import { FRENCH } from './french.ts';

/** The mock page in the buyer's language: its words, and amounts, dates and addresses as that language has them. */
export interface PageLanguage {
  words: Words;
  /** The language of `words`, for `lang`. */
  wordsTag: string;
  /** In the scene's currency. */
  money(amount: number): string;
  /** In the scene's time zone, such as `November 23, 2026`. */
  date(iso: string): string;
  /** In the scene's time zone, such as `10:04 AM`. */
  time(iso: string): string;
  /** The name of a country, such as `United States`. */
  country(code: string): string;
  /** The lines of an address on a letter. */
  addressLines(address: Address): string[];
}

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH };

/** English where the mock pages lack the buyer's language. Amounts and dates follow the buyer's language anyway. */
export function createPageLanguage(
  scene: Pick<Scene, 'currency' | 'timezone'>,
  language: string,
): PageLanguage {
  const locale = supported(language);
  const base = language.split('-')[0]!;
  const wordsTag = Object.hasOwn(WORDS, base) ? base : 'en';
  const country = (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  return {
    words: WORDS[wordsTag]!,
    wordsTag,
    money: (amount) => amount.toLocaleString(locale, { style: 'currency', currency: scene.currency }),
    date: (iso) => format(iso, locale, { dateStyle: 'long', timeZone: scene.timezone }),
    time: (iso) => format(iso, locale, { timeStyle: 'short', timeZone: scene.timezone }),
    country,
    addressLines({ firstName, lastName, company, address1, address2, city, provinceCode, zip, countryCode }) {
      const lines = [
        [firstName, lastName],
        [company],
        [address1],
        [address2],
        [city, provinceCode, zip],
        [countryCode && country(countryCode)],
      ];
      return lines.map((parts) => parts.filter(Boolean).join(' ')).filter(Boolean);
    },
  };
}

/** Returns English for a tag that is invalid: the URL can have any. */
function supported(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Formats a date. Returns the text itself if it is not a date, and ignores a time zone that does not exist. */
function format(iso: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  try {
    return new Intl.DateTimeFormat(locale, options).format(date);
  } catch {
    const { timeZone: _, ...others } = options;
    return new Intl.DateTimeFormat(locale, others).format(date);
  }
}
