import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface TextTree {
  [key: string]: string | TextTree;
}

/** Texts of one language, under keys such as `verified.heading`. */
export type Texts = Readonly<Record<string, string>>;

export interface Locales {
  locales: Readonly<Record<string, Texts>>;
  /** The language of the file `*.default.json`. */
  defaultLanguage: string;
}

/** Reads `locales/` of the extension in `directory`. */
export function readLocales(directory: string): Locales {
  const folder = join(directory, 'locales');
  const names = readdirSync(folder);
  const languageOf = (name: string) => name.split('.')[0]!;
  const defaultName = names.find((name) => name.endsWith('.default.json'));
  if (!defaultName) throw new Error(`${folder} has no default language`);
  const locales = Object.fromEntries(
    names.map((name) => [languageOf(name), flatten(JSON.parse(readFileSync(join(folder, name), 'utf8')))]),
  );
  return { locales, defaultLanguage: languageOf(defaultName) };
}

function flatten(texts: TextTree, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) =>
      typeof text === 'string' ? { [prefix + key]: text } : flatten(text, `${prefix}${key}.`),
    ),
  );
}

type Replacements = Record<string, unknown>;

/** Creates `shopify.i18n` as the host does, but throws for a missing key or replacement. */
export function createI18n({ locales }: Pick<Locales, 'locales'>, language: string) {
  const usedKeys = new Set<string>();
  const plural = new Intl.PluralRules(language);

  const translate = (key: string, replacements: Replacements = {}) => {
    const { count } = replacements;
    const texts = locales[language] ?? {};
    const form = key in texts || typeof count !== 'number' ? key : `${key}.${plural.select(count)}`;
    // Recorded first: an error in a component does not always reach the test.
    usedKeys.add(form);
    const text = texts[form];
    if (text === undefined) throw new Error(`locales/${language} has no text for ${form}`);
    return text.replaceAll(/{{(\w+)}}/g, (_placeholder, name) => {
      if (!(name in replacements)) throw new Error(`no value for {{${name}}} in ${form}`);
      return String(replacements[name]);
    });
  };
  const i18n = {
    translate,
    formatNumber: (number: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(language, options).format(number),
    formatDate: (date: Date, options?: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date),
  };
  return { i18n, usedKeys };
}
