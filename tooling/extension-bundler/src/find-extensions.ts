import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folders of all extensions of the repository at `root`, relative to it, sorted. */
export const findExtensions = (root: string): string[] =>
  globSync('apps/*/shopify.extension.toml', { cwd: root }).map(dirname).toSorted();
