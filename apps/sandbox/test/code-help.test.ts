import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { helpFor } from '../src/contract/code-help.ts';

test.each(SESSION_TOKEN_ERROR_CODES)('%s has a sentence on what it means, and one on what to do', (code) => {
  const { means, todo } = helpFor(code)!;
  expect(means).toMatch(/^[A-Z].{15,}\.$/);
  expect(todo).toMatch(/^[A-Z].{15,}\.$/);
});

test('no two codes mean the same', () => {
  const meanings = SESSION_TOKEN_ERROR_CODES.map((code) => helpFor(code)!.means);
  expect(new Set(meanings).size).toBe(meanings.length);
});

test.each(['no_such_code', 'toString', '__proto__'])('%s has none', (code) => {
  expect(helpFor(code)?.means).toBeUndefined();
});
