import { describe, expect, test } from 'vitest';
import { GENUINE_TOKENS, HOSTILE_TOKENS, LIMITS } from '../src/corpus/index.ts';

const rows = [
  ...GENUINE_TOKENS,
  ...HOSTILE_TOKENS,
  ...LIMITS.flatMap(({ inside, outside }) => [inside, outside]),
];
const context = {
  clientId: '0b5ec9a3c2e14a6f8d7092f4b1e6a35c',
  secret: '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',
  shop: 'sandbox.myshopify.com',
  nowSeconds: 1_768_478_400,
};

describe('the corpus', () => {
  test('names each token once', () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('has the 58 claim sets that are known from public sources', () => {
    expect(rows.filter(({ evidence }) => evidence)).toHaveLength(58);
  });

  test('has hostile tokens of every category', () => {
    expect([...new Set(HOSTILE_TOKENS.map(({ category }) => category))].toSorted()).toEqual(
      'algorithm,audience,claims,encoding,foreign,header,kind,shop,signature,size,times'.split(','),
    );
  });

  test('mints a string for each row', () => {
    for (const { mint } of rows) expect(mint(context)).toBeTypeOf('string');
  });
});
