import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { extensionDirectories, ROOT } from '../repository.ts';

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
  'shopify.app.ci.toml',
];
const NOT_COPIED = new Set(['node_modules', 'dist', 'manifest.json', 'test-results', '.turbo']);

/**
 * What the CLI reads, in a new folder: the CLI writes into what it builds, and reads `.env` files, of which
 * the copy has none. Packages are linked to, so nothing is installed.
 */
export function copyApp(): AppCopy {
  const root = mkdtempSync(join(tmpdir(), 'shopify-build-'));
  const extensions = extensionDirectories();
  for (const file of [...ROOT_FILES, 'apps/server/shopify.web.toml', 'apps/server/package.json']) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(ROOT, file), join(root, file));
  }
  for (const directory of extensions) {
    cpSync(join(ROOT, directory), join(root, directory), {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(basename(path)) && !basename(path).startsWith('.env'),
    });
    symlinkSync(join(ROOT, directory, 'node_modules'), join(root, directory, 'node_modules'), 'junction');
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
