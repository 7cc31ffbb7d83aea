import type { Tree } from './tree.ts';

/**
 * Replaces text in one file.
 *
 * @throws if the pattern does not match, because the file has changed and the caller must be updated
 */
export function replaceIn(tree: Tree, path: string, pattern: RegExp, replacement: string): void {
  if (!pattern.test(tree.read(path))) throw new Error(`${path} does not match ${pattern}`);
  // A function, so that a `$` in the replacement is literal.
  tree.edit(path, (text) => text.replace(pattern, () => replacement));
}

/** Changes the value of a JSON file. `biome check --write` formats it later. */
export function editJson<Value>(tree: Tree, path: string, change: (value: Value) => void): void {
  tree.edit(path, (text) => {
    const value = JSON.parse(text);
    change(value);
    return `${JSON.stringify(value, null, 2)}\n`;
  });
}
