import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface TextTree {
  [key: string]: string | TextTree;
}

/** All texts of an extension by language, under keys such as `offline.heading`. */
export type Locales = Record<string, Record<string, string>>;

/** Reads `locales/` of the extension in `directory`. */
export function readLocales(directory: string): Locales {
  const folder = join(directory, 'locales');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.split('.')[0],
      flatten(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    ]),
  );
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

/** `shopify.i18n` as the host has it, but failing where a key or a replacement is missing. */
export function createTexts(locales: Locales, language: string) {
  const usedKeys = new Set<string>();
  const plural = new Intl.PluralRules(language);

  const translate = (key: string, replacements: Replacements = {}) => {
    const { count } = replacements;
    const texts = locales[language] ?? {};
    const form = key in texts || typeof count !== 'number' ? key : `${key}.${plural.select(count)}`;
    // Before it may fail: what a component throws does not always reach the test.
    usedKeys.add(form);
    const text = texts[form];
    if (text === undefined) throw new Error(`locales/${language} has no text for ${form}`);
    return text.replaceAll(/{{(\w+)}}/g, (_placeholder, name) => {
      if (!(name in replacements)) throw new Error(`nothing to replace {{${name}}} of ${form} with`);
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
