import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { ROOT } from './repository.ts';

export interface AppCopy {
  /** The root folder of the copy. */
  root: string;
  remove(): void;
}

const ROOT_FILES = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'tsconfig*.json',
  'shopify.app*.toml',
];
const NOT_COPIED = new Set(['node_modules', 'dist', 'manifest.json', 'test-results', 'data', '.turbo']);

/**
 * Copies the server and the extensions to a new folder, without `.env` files, because the CLI reads those and writes
 * to its folder. Links to the installed packages.
 */
export function copyApp(): AppCopy {
  const root = mkdtempSync(join(tmpdir(), 'shopify-app-'));
  for (const file of globSync(ROOT_FILES, { cwd: ROOT })) cpSync(join(ROOT, file), join(root, file));
  for (const directory of ['apps/server', ...findExtensions(ROOT)]) {
    cpSync(join(ROOT, directory), join(root, directory), {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(basename(path)) && !basename(path).startsWith('.env'),
    });
    symlinkSync(join(ROOT, directory, 'node_modules'), join(root, directory, 'node_modules'), 'junction');
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }) };
}
