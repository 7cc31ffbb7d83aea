import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTree } from '../src/tree.ts';
import { UsageError } from '../src/usage-error.ts';
import { createRepository } from './small-repository.ts';

test('rejects a tree with uncommitted changes', () => {
  using repository = createRepository({ 'a.ts': 'a' });
  repository.write('a.ts', 'b');
  expect(() => openTree(repository.root)).toThrow(/uncommitted/);
});

test('rejects a tree with an untracked file', () => {
  using repository = createRepository({ 'a.ts': 'a' });
  repository.write('new.ts', 'b');
  expect(() => openTree(repository.root)).toThrow(UsageError);
});

test('rejects a folder that is not a repository', () => {
  using repository = createRepository({ 'a.ts': 'a' });
  rmSync(join(repository.root, '.git'), { recursive: true });
  expect(() => openTree(repository.root)).toThrow(/git repository/);
});

test('lists existing text files, and reports whether anything has changed', () => {
  using repository = createRepository({ 'a.ts': 'a', 'b.png': 'b', 'c.ts': 'c' });
  const tree = openTree(repository.root);
  expect(tree.edit('a.ts', (text) => text)).toBe(false);
  expect(tree.hasChanged()).toBe(false);

  tree.remove('c.ts');
  expect(tree.paths()).toEqual(['a.ts']);
  expect(tree.hasChanged()).toBe(true);
});

test('removes a folder with its last file, but no other folder', () => {
  using repository = createRepository({ 'a/b/c/gone.ts': '', 'a/kept.ts': '' });
  openTree(repository.root).remove('a/b/c/gone.ts');
  expect(readdirSync(join(repository.root, 'a'))).toEqual(['kept.ts']);
});
