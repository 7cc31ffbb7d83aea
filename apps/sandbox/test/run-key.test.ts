import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRunKey } from '../src/node/page-server/run-key.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'run-key-'));
  file = join(directory, 'made/key-4100');
});
afterEach(() => rmSync(directory, { recursive: true }));

test('each run has a random key of 128 bits', () => {
  const keys = Array.from({ length: 50 }, () => createRunKey().key);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(16);
});

test('a run accepts its own key and that of the previous run, but no older one', () => {
  const first = createRunKey(file);
  expect(first.accepted).toEqual([first.key]);
  const second = createRunKey(file);
  expect(second.accepted).toEqual([second.key, first.key]);
  const third = createRunKey(file);
  expect(third.accepted).toEqual([third.key, second.key]);
});

test('only this user can read the file, even if it replaces a readable one', () => {
  createRunKey(file);
  writeFileSync(file, 'x', { mode: 0o644 });
  createRunKey(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(['', 'short', 'x'.repeat(23), `${'x'.repeat(21)}\n`])(
  'accepts no key from the content %j',
  (text) => {
    createRunKey(file);
    writeFileSync(file, text);
    const { key, accepted } = createRunKey(file);
    expect(accepted).toEqual([key]);
  },
);

test('replaces a link instead of writing through it', () => {
  const { key } = createRunKey(file);
  const elsewhere = join(directory, 'elsewhere');
  writeFileSync(elsewhere, key);
  rmSync(file);
  symlinkSync(elsewhere, file);
  createRunKey(file);
  expect(readFileSync(elsewhere, 'utf8')).toBe(key);
});

test('without a file, nothing is written and no other key is accepted', () => {
  const { key, accepted } = createRunKey();
  expect(accepted).toEqual([key]);
  expect(existsSync(file)).toBe(false);
});

test('works without the file if the folder is read-only', () => {
  writeFileSync(join(directory, 'made'), 'a file where the folder should be');
  expect(createRunKey(file).accepted).toHaveLength(1);
});
