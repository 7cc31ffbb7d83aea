import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { helpFor, remedyWithoutHelp } from '../src/contract/code-help.ts';

test.each(SESSION_TOKEN_ERROR_CODES)('%s has a description and a remedy', (code) => {
  const { description, remedy } = helpFor(code)!;
  expect(description).toMatch(/^[A-Z].{15,}\.$/);
  expect(remedy).toMatch(/^[A-Z].{15,}\.$/);
});

test('no two codes share a description', () => {
  const descriptions = SESSION_TOKEN_ERROR_CODES.map((code) => helpFor(code)!.description);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});

test.each(['no_such_code', 'toString', '__proto__'])('%s has no help', (code) => {
  expect(helpFor(code)?.description).toBeUndefined();
});

test("names --api when the sandbox's own server lacks a route", () => {
  expect(remedyWithoutHelp('not_found', false)).toContain('--api');
  expect(remedyWithoutHelp('invalid_request', false)).toBeUndefined();
  expect(remedyWithoutHelp('not_found', true)).not.toContain('--api');
});
