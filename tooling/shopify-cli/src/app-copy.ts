import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { ROOT } from './repository.ts';

export interface AppCopy {
  /** The folder that stands for the root of the repository. */
  root: string;
  remove(): void;
}

const ROOT_FILES = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'shopify.app.toml',
  'shopify.app.ci.toml',
];
const NOT_COPIED = new Set(['node_modules', 'dist', 'manifest.json', 'test-results', 'data', '.turbo']);

/**
 * The server and the extensions in a new folder: the CLI writes into what it works on, and reads `.env`
 * files, of which the copy has none. Packages are linked to, so nothing is installed.
 */
export function copyApp(): AppCopy {
  const root = mkdtempSync(join(tmpdir(), 'shopify-app-'));
  for (const file of ROOT_FILES) cpSync(join(ROOT, file), join(root, file));
  for (const directory of ['apps/server', ...findExtensions(ROOT)]) {
    cpSync(join(ROOT, directory), join(root, directory), {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(basename(path)) && !basename(path).startsWith('.env'),
    });
    symlinkSync(join(ROOT, directory, 'node_modules'), join(root, directory, 'node_modules'), 'junction');
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }) };
}
