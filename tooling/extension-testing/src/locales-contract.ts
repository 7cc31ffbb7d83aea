import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLocales, type Texts } from './locales.ts';

export interface LocalesContract {
  /** Folder of the extension. */
  directory: string;
  /** Renders every state of the extension, and returns the keys of the texts that it translated. */
  renderAllStates: (language: string) => Promise<Iterable<string>>;
}

/** In a locale, a key of this name is always a plural form. */
const PLURAL_FORM = /\.(zero|one|two|few|many|other)$/;

/** Tests every language in `locales/`: no text is missing, unused, empty or untranslated. */
export function testLocales({ directory, renderAllStates }: LocalesContract): void {
  const { locales, defaultLanguage } = readLocales(directory);
  const manifest = readFileSync(join(directory, 'shopify.extension.toml'), 'utf8');
  const manifestKeys = [...manifest.matchAll(/"t:([\w.]+)"/g)].map((match) => match[1]!);

  test('has English as the default, and French', () => {
    expect(defaultLanguage).toBe('en');
    expect(Object.keys(locales)).toContain('fr');
  });

  describe.each(Object.keys(locales))('%s', (language) => {
    test('renders every text in some state, and has every text that is rendered', async () => {
      // Which plural forms the states need differs: "many" is for a million in French, for five in Polish.
      const nameOf = (key: string) => (language === defaultLanguage ? key : withoutPluralForm(key));
      const usedKeys = new Set([...manifestKeys, ...(await renderAllStates(language))].map(nameOf));
      const keys = new Set(Object.keys(locales[language]!).map(nameOf));
      expect([...usedKeys].sort()).toEqual([...keys].sort());
    });
    test.each(checkLocale(language, locales[language]!, locales[defaultLanguage]!))(
      '%s',
      (_check, failingKeys) => {
        expect(failingKeys).toEqual([]);
      },
    );
  });
}

/** Compares the texts of a language with those of the default language. Returns the keys that fail each check. */
export function checkLocale(
  language: string,
  texts: Texts,
  defaultTexts: Texts,
): [check: string, failingKeys: string[]][] {
  const keys = Object.keys(texts);
  // From CLDR, like the forms of `translate`.
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  const defaultKeyOf = (key: string) =>
    key in defaultTexts ? key : `${withoutPluralForm(key)}${PLURAL_FORM.test(key) ? '.other' : ''}`;

  return [
    [
      'has the texts of the default language',
      difference(keys.map(withoutPluralForm), Object.keys(defaultTexts).map(withoutPluralForm)),
    ],
    [
      `has the plural forms ${categories.join(', ')}`,
      difference(keys.filter(isPlural), Object.keys(defaultTexts).filter(isPlural).flatMap(formsOf)),
    ],
    [
      'has the placeholders of the default language',
      keys.filter((key) => placeholdersOf(texts[key]) !== placeholdersOf(defaultTexts[defaultKeyOf(key)])),
    ],
    ['has no empty text', keys.filter((key) => texts[key]!.trim() === '')],
    [
      'has no untranslated text',
      // A product's name may be the same in every language.
      keys.filter((key) => texts !== defaultTexts && key !== 'name' && texts[key] === defaultTexts[key]),
    ],
  ];

  function formsOf(key: string): string[] {
    return categories.map((category) => `${withoutPluralForm(key)}.${category}`);
  }
}

const isPlural = (key: string) => PLURAL_FORM.test(key);
const withoutPluralForm = (key: string) => key.replace(PLURAL_FORM, '');
const placeholdersOf = (text: string | undefined) =>
  text
    ?.match(/{{\w+}}/g)
    ?.sort()
    .join() ?? '';

/** Returns the values that only one of the lists has. */
function difference(one: string[], other: string[]): string[] {
  const onlyIn = (list: string[], rest: string[]) => list.filter((key) => !rest.includes(key));
  return [...new Set([...onlyIn(one, other), ...onlyIn(other, one)])];
}
