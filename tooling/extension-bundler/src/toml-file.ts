import { readFile } from 'node:fs/promises';
import { parse, TomlError } from 'smol-toml';
import { BundleProblemError } from './problem.ts';
import type { Fields } from './toml-fields.ts';

/** Reads a TOML file. Throws a BundleProblemError with the line where it is not valid TOML. */
export async function readToml(file: string): Promise<{ text: string; document: Fields }> {
  const text = await readFile(file, 'utf8');
  try {
    return { text, document: parse(text) };
  } catch (cause) {
    const position = cause instanceof TomlError && { line: cause.line, column: cause.column };
    const [firstLine = ''] = (cause as Error).message.split('\n');
    throw new BundleProblemError([{ file, ...position, text: firstLine }], { cause });
  }
}
