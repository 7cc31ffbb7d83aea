import { expect, test } from 'vitest';
import { assertName, titleOf } from '../src/names.ts';
import { UsageError } from '../src/usage-error.ts';

test.each(['a', 'acme', 'acme-points', 'shop2', 'a'.repeat(30)])('accepts %j as a name', (name) => {
  expect(() => assertName(name)).not.toThrow();
});

test.each([
  '',
  'Acme',
  '2shop',
  'acme_points',
  'acme--points',
  'acme-',
  '-acme',
  '@acme',
  'a/b',
  '$&',
  'a'.repeat(31),
])('rejects %j as a name', (name) => {
  expect(() => assertName(name)).toThrow(UsageError);
});

test('derives the title from the name', () => {
  expect(titleOf('acme-points-2go')).toBe('Acme Points 2go');
});
