import { createTokenIssuer } from '@session-token/token-issuer';
import { GENUINE_TOKENS, HOSTILE_TOKENS } from '@session-token/token-issuer/corpus';
import { describe, expect, test } from 'vitest';
import { exampleToken } from '../src/page/model/example-token.ts';
import { guiltyPart, inspect, NOTHING_PASTED, type Pasted, verdictOf } from '../src/page/model/inspection.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const CONTEXT = {
  clientId: '0b5ec9a3c2e14a6f8d7092f4b1e6a35c',
  secret: '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',
  shop: 'sandbox.myshopify.com',
  nowSeconds: NOW / 1000,
};
const OTHER_SECRET = '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';
const APP = { clientId: CONTEXT.clientId, secret: CONTEXT.secret };
const mint = createTokenIssuer({ ...CONTEXT, now: () => NOW });

const look = (text: string, settings: Partial<Pasted> = APP) =>
  inspect({ ...NOTHING_PASTED, text, ...settings }, NOW);
const verdict = async (text: string, settings?: Partial<Pasted>) => verdictOf(await look(text, settings));

test.each(GENUINE_TOKENS.map((token) => [token.name, token] as const))('accepts %s', async (_, token) => {
  expect(await verdict(`Bearer ${token.mint(CONTEXT)}`)).toMatchObject({ kind: 'accepted', tone: 'good' });
});

test('says why it rejects each hostile token', async () => {
  const codes = new Set<string>();
  for (const { name, code, mint } of HOSTILE_TOKENS) {
    const token = mint(CONTEXT);
    const inspection = await look(token);
    // Skips tokens with white space around them: pasting removes it.
    if (inspection?.token !== token) continue;
    expect(verdictOf(inspection), name).toMatchObject({ tone: 'bad', code });
    codes.add(code);
  }
  expect(codes.size).toBeGreaterThan(12);
});

describe('the verdict', () => {
  test.each(['', ' \n'])('is open as long as nothing was pasted: %j', async (text) => {
    expect(await verdict(text)).toMatchObject({ kind: 'empty', tone: 'idle' });
  });

  test.each([
    ['Bearer undefined', 'malformed_token'],
    ['x'.repeat(4097), 'token_too_large'],
    ['eyJhbGciOiJIUzI1NiJ9.bm90IEpTT04.x', 'malformed_token'],
  ])('says that %.20j is not a session token', async (text, code) => {
    expect(await verdict(text)).toMatchObject({ kind: 'not-a-token', tone: 'bad', code });
  });

  test('names the caller and the shop', async () => {
    expect((await verdict(mint({ sub: 'gid://shopify/Customer/7' }))).text).toBe(
      'It belongs to a customer of sandbox.myshopify.com.',
    );
  });

  test('without a client id and a secret says what could not be checked', async () => {
    const { kind, tone, text } = await verdict(mint(), {});
    expect({ kind, tone }).toEqual({ kind: 'undecided', tone: 'warn' });
    expect(text).toContain(
      'Not checked: signature, because no client secret was given; app (aud), because no client id was given.',
    );
  });

  test('without a secret is not certain about the first fault', async () => {
    expect((await verdict(mint({ exp: 1 }), {})).text).toContain('may find another fault first');
    expect((await verdict(mint({ aud: 'x' }))).text).not.toContain('may find another fault first');
  });

  test('with a wrong secret is a wrong signature, unless the previous one is right', async () => {
    const wrong = { ...APP, secret: OTHER_SECRET };
    expect(await verdict(mint(), wrong)).toMatchObject({ code: 'bad_signature' });
    expect(await verdict(mint(), { ...wrong, previousSecret: ` ${CONTEXT.secret}\n` })).toMatchObject({
      kind: 'accepted',
    });
  });
});

test.each([
  [mint(), undefined],
  ['x', undefined],
  [mint({}, { header: { alg: 'none' } }), 'header'],
  [mint({}, { secret: OTHER_SECRET }), 'signature'],
  [mint({ aud: 'x' }), 'payload'],
])('finds the part of the token that is wrong: %#', async (token, part) => {
  const inspection = await look(token);
  expect(guiltyPart(inspection!.explanation)).toBe(part);
});

test('the example has the claims of a genuine token, and nobody signed it', async () => {
  expect(await verdict(exampleToken(NOW), {})).toMatchObject({ kind: 'undecided' });
  expect(await verdict(exampleToken(NOW))).toMatchObject({ code: 'bad_signature' });
});
