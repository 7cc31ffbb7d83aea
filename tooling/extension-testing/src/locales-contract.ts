import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLocales } from './locales.ts';

export interface LocalesContract {
  /** Of the extension. */
  directory: string;
  /** Draws everything that the extension can draw, and gives the keys of the texts that it asked for. */
  drawEveryState: (language: string) => Promise<Iterable<string>>;
}

/** No text is missing, idle, empty or untranslated, whatever is drawn. */
export function describeLocales({ directory, drawEveryState }: LocalesContract): void {
  const locales = readLocales(directory);
  const manifest = readFileSync(join(directory, 'shopify.extension.toml'), 'utf8');
  const keysOfManifest = [...manifest.matchAll(/"t:([\w.]+)"/g)].map((match) => match[1]!);

  test('there are texts in English and in French', () => {
    expect(Object.keys(locales).sort()).toEqual(['en', 'fr']);
  });

  test.each(['en', 'fr'])(
    'every text in %s is drawn in some state, and every text drawn exists',
    async (language) => {
      const usedKeys = new Set([...keysOfManifest, ...(await drawEveryState(language))]);
      expect([...usedKeys].sort()).toEqual(Object.keys(locales[language]!).sort());
    },
  );

  test('every text has the same placeholders in both languages', () => {
    const placeholders = (text: string | undefined) => text?.match(/{{\w+}}/g)?.sort() ?? [];
    for (const [key, text] of Object.entries(locales.en!)) {
      expect(placeholders(locales.fr![key]), key).toEqual(placeholders(text));
    }
  });

  test('no text is empty, and none is left untranslated', () => {
    for (const [key, text] of Object.entries(locales.fr!)) {
      expect(text.trim(), key).not.toBe('');
      // A product's name is the same in every language.
      if (key !== 'name') expect(text, key).not.toBe(locales.en![key]);
    }
  });
}
