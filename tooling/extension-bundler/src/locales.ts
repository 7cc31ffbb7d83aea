import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type BundleProblem, BundleProblemError } from './problem.ts';
import { isTable } from './toml-fields.ts';

/** Nested texts by key. A key's text may branch by plural (`one`, `other`) and hold `{{placeholders}}`. */
export interface Translations {
  readonly [key: string]: string | Translations;
}

/** The texts of an extension in all its languages. */
export interface ExtensionLocales {
  /** The language of `<tag>.default.json`; absent if the extension has no texts. */
  defaultLanguage?: string;
  /** By language tag, such as `en` or `pt-BR`. */
  translations: Readonly<Record<string, Translations>>;
}

/** The texts of an extension, and warnings about their files. */
export interface ReadLocales {
  locales: ExtensionLocales;
  warnings: readonly BundleProblem[];
}

/**
 * Reads `<tag>.json` and `<tag>.default.json`; a missing folder means an extension without texts. Allows comments and
 * trailing commas. Without a default file, `en` or the first language is the default, with a warning.
 */
export async function readLocales(directory: string): Promise<ReadLocales> {
  const files = (await fileNames(directory)).filter((name) => name.endsWith('.json')).sort();
  const defaults = files.filter((name) => name.endsWith('.default.json'));
  if (defaults.length > 1) {
    const text = `expected one <language>.default.json, found ${defaults.length}`;
    throw new BundleProblemError([{ file: directory, text }]);
  }
  const entries = await Promise.all(
    files.map(async (name) => [languageOf(name), await readTranslations(join(directory, name))] as const),
  );
  const translations = Object.fromEntries(entries);
  const [defaultFile = files.find((name) => name === 'en.json') ?? files[0]] = defaults;
  if (!defaultFile) return { locales: { translations }, warnings: [] };
  const defaultLanguage = languageOf(defaultFile);
  const text = `no <language>.default.json, which Shopify requires: rename ${defaultFile} to ${defaultLanguage}.default.json`;
  return {
    locales: { defaultLanguage, translations },
    warnings: defaults.length === 0 ? [{ file: directory, text }] : [],
  };
}

function languageOf(fileName: string): string {
  return fileName.replace(/(\.default)?\.json$/, '');
}

async function fileNames(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readTranslations(file: string): Promise<Translations> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const translations = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const before = text.slice(0, error.offset).split('\n');
    const problem = { file, line: before.length, column: before.at(-1)!.length + 1 };
    throw new BundleProblemError([{ ...problem, text: `not JSON: ${printParseErrorCode(error.error)}` }]);
  }
  if (!isTable(translations)) throw new BundleProblemError([{ file, text: 'expected a JSON object' }]);
  return translations as Translations;
}
