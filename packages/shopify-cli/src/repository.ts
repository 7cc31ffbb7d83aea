import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** The folders of all extensions, relative to the root, sorted. */
export function extensionDirectories(root = ROOT): string[] {
  return globSync('apps/*/shopify.extension.toml', { cwd: root }).map(dirname).toSorted();
}
