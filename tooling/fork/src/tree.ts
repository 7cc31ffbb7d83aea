import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** The text files that git knows, by their path from the root. */
export interface Tree {
  paths(): readonly string[];
  has(path: string): boolean;
  read(path: string): string;
  /** Writes what `change` makes of the file; gives whether that is something else. */
  edit(path: string, change: (text: string) => string): boolean;
  /** And each folder that is empty without it. */
  remove(path: string): void;
  hasChanged(): boolean;
}

const BINARY = /\.(png|jpe?g|gif|ico|woff2?)$/;

/**
 * @throws {Refusal} when git does not know the folder, or has changes there that are not committed: the way back
 * from whatever is done here is `git restore`
 */
export function openTree(root: string): Tree {
  const git = (...args: string[]) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch {
      throw new Refusal(`\`git ${args[0]}\` failed: this must be a git repository, and git installed.`);
    }
  };
  if (git('status', '--porcelain') !== '') {
    throw new Refusal('there are changes that are not committed. Commit or stash them first.');
  }
  const paths = git('ls-files', '-z').split('\0').filter(Boolean);
  let isChanged = false;

  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const has = (path: string) => existsSync(join(root, path));
  return {
    paths: () => paths.filter((path) => !BINARY.test(path) && has(path)),
    has,
    read,
    edit(path, change) {
      const before = read(path);
      const after = change(before);
      if (after === before) return false;
      writeFileSync(join(root, path), after);
      isChanged = true;
      return true;
    },
    remove(path) {
      rmSync(join(root, path));
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
        if (readdirSync(join(root, folder)).length > 0) break;
        rmdirSync(join(root, folder));
      }
      isChanged = true;
    },
    hasChanged: () => isChanged,
  };
}
