import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns the sorted folders of all extensions in the repository, relative to `root`. */
export const findExtensions = (root: string): string[] =>
  globSync('apps/*/shopify.extension.toml', { cwd: root }).map(dirname).toSorted();
