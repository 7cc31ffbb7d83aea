import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { getJwt } from '@shopify/shopify-api/test-helpers';
import jsonwebtoken from 'jsonwebtoken';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CLIENT_ID,
  createVerifier,
  decodePayload,
  FOREIGN_SECRET,
  mint,
  mintStaff,
  NOW_MS,
  NOW_SECONDS,
  outcomeOf,
  SECRET,
  SHOP,
} from './setup.ts';

const shopify = shopifyApi({
  apiKey: CLIENT_ID,
  apiSecretKey: SECRET,
  apiVersion: ApiVersion.July26,
  hostName: 'app.example',
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

const genuine: [name: string, token: string][] = [
  ['a guest', mint()],
  ['a customer', mint({ sub: 'gid://shopify/Customer/7000000000001' })],
  ['a customer account', mint({ sub: 'gid://shopify/Customer/7' }, { surface: 'customer-account' })],
  ['staff', mintStaff()],
];

beforeEach(() => {
  // The other decoders read the system clock.
  vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a token from our issuer', () => {
  test.each(genuine)("is accepted by Shopify's own decoder: %s", async (_name, token) => {
    expect(await shopify.session.decodeSessionToken(token)).toEqual(decodePayload(token));
  });

  test.each(genuine)('is accepted by jsonwebtoken: %s', (_name, token) => {
    const options = { algorithms: ['HS256'] as const, audience: CLIENT_ID };
    expect(jsonwebtoken.verify(token, SECRET, { ...options, algorithms: [...options.algorithms] })).toEqual(
      decodePayload(token),
    );
  });

  test('with another secret is rejected by both', async () => {
    const foreign = mint({}, { secret: FOREIGN_SECRET });
    await expect(shopify.session.decodeSessionToken(foreign)).rejects.toThrow();
    expect(() => jsonwebtoken.verify(foreign, SECRET)).toThrow();
  });
});

describe('a token with the same claims from', () => {
  test.each(genuine)('jsonwebtoken is accepted by ours: %s', async (_name, token) => {
    const theirs = jsonwebtoken.sign(decodePayload(token), SECRET, { algorithm: 'HS256' });
    expect(await outcomeOf(createVerifier(), theirs)).toHaveProperty('claims', decodePayload(token));
  });

  test("Shopify's own testing helper is accepted by ours", async () => {
    const times = { iat: NOW_SECONDS, nbf: NOW_SECONDS, exp: NOW_SECONDS + 60 };
    const { token } = await getJwt('sandbox', CLIENT_ID, SECRET, { ...times, iss: `https://${SHOP}/admin` });
    expect(await outcomeOf(createVerifier(), token)).toMatchObject({
      kind: 'staff',
      shop: SHOP,
      tokenId: '1234567890',
    });
  });
});

describe('our verifier is stricter:', () => {
  test("a token with the default issuer of Shopify's testing helper, which has no scheme, is rejected", async () => {
    const { token } = await getJwt('sandbox', CLIENT_ID, SECRET);
    await expect(shopify.session.decodeSessionToken(token)).resolves.toBeDefined();
    expect(await outcomeOf(createVerifier(), token)).toMatchObject({ code: 'bad_issuer', claim: 'iss' });
  });

  test.each([
    ['without exp', mint({ exp: undefined }), 'missing_claim'],
    ['with a foreign dest', mint({ dest: 'attacker.example' }), 'bad_dest'],
    ['with padding after its signature', `${mint()}=`, 'malformed_token'],
    ['that never expires', mint({ exp: 8_640_000_000_000 }), 'invalid_time'],
  ])("a token %s is accepted by Shopify's decoder and rejected by ours", async (_fault, token, code) => {
    await expect(shopify.session.decodeSessionToken(token)).resolves.toBeDefined();
    expect(await outcomeOf(createVerifier(), token)).toHaveProperty('code', code);
  });
});
