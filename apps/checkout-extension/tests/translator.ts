import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Texts {
  [key: string]: string | Texts;
}

const directory = join(import.meta.dirname, '../locales');

/** All texts by language, under keys such as `offline.heading`. */
export const LOCALES: Record<string, Record<string, string>> = Object.fromEntries(
  readdirSync(directory).map((name) => [
    name.split('.')[0],
    flatten(JSON.parse(readFileSync(join(directory, name), 'utf8'))),
  ]),
);

function flatten(texts: Texts, prefix = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) =>
      typeof text === 'string' ? { [prefix + key]: text } : flatten(text, `${prefix}${key}.`),
    ),
  );
}

/** Translates as the host does, but fails where a key or a replacement is missing. */
export function createTranslator(language: string) {
  const usedKeys = new Set<string>();
  const translate = (key: string, replacements: Record<string, unknown> = {}) => {
    const text = LOCALES[language]?.[key];
    if (text === undefined) throw new Error(`locales/${language} has no text for ${key}`);
    usedKeys.add(key);
    return text.replaceAll(/{{(\w+)}}/g, (_placeholder, name) => {
      if (!(name in replacements)) throw new Error(`nothing to replace {{${name}}} of ${key} with`);
      return String(replacements[name]);
    });
  };
  return { translate, usedKeys };
}
