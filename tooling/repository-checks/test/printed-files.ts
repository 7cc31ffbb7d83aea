import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** Writes files to a folder inside this package, where their imports resolve, and returns its path. */
export function writePrinted(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(import.meta.dirname, '../test-results', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

export const readDocument = (path: string) => readFileSync(join(ROOT, path), 'utf8');
