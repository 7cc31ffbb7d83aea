import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** The tracked text files, by their path from the root. */
export interface Tree {
  paths(): readonly string[];
  has(path: string): boolean;
  read(path: string): string;
  /** Writes the result of `change`. Returns whether it differs. */
  edit(path: string, change: (text: string) => string): boolean;
  /** Removes the file, and every folder that becomes empty. */
  remove(path: string): void;
  hasChanged(): boolean;
}

const BINARY = /\.(png|jpe?g|gif|ico|woff2?)$/;

/**
 * @throws {UsageError} outside a git repository, or if there are uncommitted changes, because `git restore` must be able
 * to undo everything
 */
export function openTree(root: string): Tree {
  const git = (...args: string[]) => {
    try {
      return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch {
      throw new UsageError(`\`git ${args[0]}\` failed: this must be a git repository, and git installed.`);
    }
  };
  if (git('status', '--porcelain') !== '') {
    throw new UsageError('there are uncommitted changes. Commit or stash them first.');
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
