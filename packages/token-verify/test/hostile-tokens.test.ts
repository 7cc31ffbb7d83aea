import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import {
  type CorpusContext,
  GENUINE_TOKENS,
  HOSTILE_TOKENS,
  LIMITS,
} from '@session-token/token-issuer/corpus';
import { describe, expect, test } from 'vitest';
import { createSessionTokenVerifier } from '../src/index.ts';
import { CONTEXT } from './corpus.ts';
import { createVerifier, expectRejected, NOW_SECONDS, outcomeOf } from './setup.ts';

const hostile = [...HOSTILE_TOKENS, ...LIMITS.map(({ outside }) => outside)];
const categories = [...new Set(hostile.map(({ category }) => category))];

describe.each(categories)('a hostile token is rejected: %s', (category) => {
  const rows = hostile.filter((row) => row.category === category);

  test.each(rows)('$name: $code', async ({ mint, code, claim }) => {
    await expectRejected({ token: mint(CONTEXT), code, claim });
  });
});

test('every hostile token is wrong, and every genuine one right, for an app without a letter in its names', async () => {
  const context = {
    clientId: '1234567890',
    secret: '01234567890123456789012345678901',
    shop: '42.myshopify.com',
  };
  const verifier = createSessionTokenVerifier({
    clientId: context.clientId,
    secrets: [context.secret],
    now: () => NOW_SECONDS * 1000,
  });
  const outcomes = async (rows: readonly { name: string; mint(context: CorpusContext): string }[]) =>
    Promise.all(
      rows.map(async ({ name, mint }) => [
        name,
        Reflect.get(await outcomeOf(verifier, mint({ ...context, nowSeconds: NOW_SECONDS })), 'code'),
      ]),
    );
  expect(await outcomes(hostile)).toEqual(hostile.map(({ name, code }) => [name, code]));
  expect(await outcomes(GENUINE_TOKENS)).toEqual(GENUINE_TOKENS.map(({ name }) => [name, undefined]));
});

test.each(['customer', 'staff'] as const)('every hostile token is wrong, minted for %s', async (holder) => {
  const codes = HOSTILE_TOKENS.map(async ({ mint }) =>
    Reflect.get(await outcomeOf(createVerifier(), mint({ ...CONTEXT, holder })), 'code'),
  );
  expect(await Promise.all(codes)).toEqual(HOSTILE_TOKENS.map(({ code }) => code));
});

test('the hostile tokens reach every code', () => {
  expect(new Set(hostile.map(({ code }) => code))).toEqual(new Set(SESSION_TOKEN_ERROR_CODES));
});
