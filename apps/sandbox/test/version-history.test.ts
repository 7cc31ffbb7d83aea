import { describe, expect, test } from 'vitest';
import { applyPatch, createPatch } from '../src/schema/merge-patch.ts';
import { createTables, shareValues, toHistory, valueFor } from '../src/schema/version-history.ts';

describe('a patch', () => {
  test.each([
    ['adds a key', { a: 1 }, { a: 1, b: { c: 2 } }, { b: { c: 2 } }],
    ['removes a key', { a: 1, b: { c: 2, d: 3 } }, { a: 1, b: { d: 3 } }, { b: { c: null } }],
    ['replaces an array as a whole', { a: ['x', 'y'] }, { a: ['y'] }, { a: ['y'] }],
    ['replaces text by an object', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['replaces an object by text', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
    ['is empty where nothing changed', { a: { b: [1] } }, { a: { b: [1] } }, {}],
  ])('%s', (_, before, after, patch) => {
    expect(createPatch(before, after)).toEqual(patch);
    expect(applyPatch<object>(before, patch)).toEqual(after);
  });

  test('leaves the table that it is applied to unchanged', () => {
    const before = { a: { b: 1 } };
    applyPatch(before, { a: { b: null } });
    expect(before).toEqual({ a: { b: 1 } });
  });
});

test('a history returns the table of each version', () => {
  const tables = [
    ['2025-10', { a: 'string' }],
    ['2026-01', { a: 'string', b: 'number' }],
    ['2026-04', { b: 'string' }],
  ] as const;
  const history = toHistory<Record<string, string>>(tables);
  expect(history['2026-04']).toEqual({ a: null, b: 'string' });
  const tableOf = createTables(history);
  for (const [version, table] of tables) expect(tableOf(version)).toEqual(table);
  expect(() => tableOf('2026-07')).toThrow('No table for API version 2026-07.');
});

test('targets with equal values share one', () => {
  const values = shareValues([
    ['one', { a: 1 }],
    ['two', { a: 1 }],
    ['three', { a: 2 }],
  ]);
  expect(values).toEqual({ one: { a: 1 }, two: 'one', three: { a: 2 } });
  expect(valueFor(values, 'two')).toEqual({ a: 1 });
  expect(valueFor(values, 'constructor')).toBeUndefined();
});
