import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BundleProblemError } from './problem.ts';

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

/** Reads `<tag>.json` and `<tag>.default.json`; a missing folder means an extension without texts. */
export async function readLocales(directory: string): Promise<ExtensionLocales> {
  const files = (await fileNames(directory)).filter((name) => name.endsWith('.json')).sort();
  const defaults = files.filter((name) => name.endsWith('.default.json'));
  if (files.length > 0 && defaults.length !== 1) {
    const text = `expected one <language>.default.json, found ${defaults.length}`;
    throw new BundleProblemError([{ file: directory, text }]);
  }
  const entries = await Promise.all(
    files.map(async (name) => [languageOf(name), await readTranslations(join(directory, name))] as const),
  );
  const [defaultFile] = defaults;
  return {
    ...(defaultFile && { defaultLanguage: languageOf(defaultFile) }),
    translations: Object.fromEntries(entries),
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
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new BundleProblemError([{ file, text: (cause as Error).message }], { cause });
  }
}
