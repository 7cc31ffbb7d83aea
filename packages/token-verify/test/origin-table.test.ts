import { describe, expect, test } from 'vitest';
import { createOriginTable } from '../src/origin-table.ts';

const origin = (name: string, changes = {}) => ({
  shop: `${name}.myshopify.com`,
  dest: `${name}.myshopify.com`,
  aud: 'client-id',
  iss: undefined,
  signedWith: 'current' as const,
  ...changes,
});

describe('the table of origins', () => {
  test('makes equal origins one object', () => {
    const table = createOriginTable();
    expect(table.share(origin('a'))).toBe(table.share(origin('a')));
  });

  test.each([
    ['shops', { dest: 'b.myshopify.com', shop: 'b.myshopify.com' }],
    ['forms of dest', { dest: 'https://a.myshopify.com' }],
    ['issuers', { iss: 'https://a.myshopify.com/checkouts' }],
    ['secrets', { signedWith: 'previous' }],
  ])('keeps different %s apart', (_what, changes) => {
    const table = createOriginTable();
    const first = table.share(origin('a'));
    const other = origin('a', changes);
    expect(table.share(other)).toBe(other);
    expect(table.share(origin('a'))).toBe(first);
  });

  test('starts anew when it is full, and stays right', () => {
    const table = createOriginTable(2);
    const first = table.share(origin('a'));
    table.share(origin('b'));
    expect(table.share(origin('a'))).toBe(first);
    table.share(origin('c'));
    const again = table.share(origin('a'));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
