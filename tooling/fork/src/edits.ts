import type { Tree } from './tree.ts';

/**
 * Replaces in one file what must be there.
 *
 * @throws when it is not: the file has changed, and the caller has to be brought up to date
 */
export function replaceIn(tree: Tree, path: string, pattern: RegExp, replacement: string): void {
  if (!pattern.test(tree.read(path))) throw new Error(`${path} has nothing that matches ${pattern}`);
  // As a function, so that a `$` in the replacement means itself.
  tree.edit(path, (text) => text.replace(pattern, () => replacement));
}

/** Changes a JSON file through its value; `biome check --write` sees to its looks. */
export function editJson<Value>(tree: Tree, path: string, change: (value: Value) => void): void {
  tree.edit(path, (text) => {
    const value = JSON.parse(text);
    change(value);
    return `${JSON.stringify(value, null, 2)}\n`;
  });
}
