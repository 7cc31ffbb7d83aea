import { describe, expect, test } from 'vitest';
import { SessionTokenError } from '../src/index.ts';
import { createRandom } from './random.ts';
import { randomBytes, randomClaims, randomMutation } from './random-tokens.ts';
import { CLIENT_ID, createVerifier, mint, NOW_SECONDS, PREVIOUS_SECRET, SECRET } from './setup.ts';

const SEED = 20_260_115;

/** Verifies a batch. Returns the accepted tokens and the number of rejected ones; fails on any other error. */
async function sort(tokens: Iterable<string>) {
  const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET], cacheEntries: 0 });
  const accepted: string[] = [];
  let rejected = 0;
  for (const token of tokens) {
    try {
      await verifier.verify(token);
      accepted.push(token);
    } catch (error) {
      if (!(error instanceof SessionTokenError))
        throw new Error(`not the error class: ${token}`, { cause: error });
      rejected += 1;
    }
  }
  return { accepted, rejected };
}

function* repeat(count: number, make: () => string): Generator<string> {
  for (let index = 0; index < count; index += 1) yield make();
}

describe('every change of one character', () => {
  const genuine = mint({ sub: 'gid://shopify/Customer/7' });
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\0é';

  test('to any other of a genuine token is rejected', async () => {
    const changes = function* () {
      for (let at = 0; at < genuine.length; at += 1) {
        for (const character of characters) {
          if (character !== genuine[at]) yield genuine.slice(0, at) + character + genuine.slice(at + 1);
        }
      }
    };
    const { accepted, rejected } = await sort(changes());
    expect(accepted).toEqual([]);
    expect(rejected).toBe(genuine.length * (characters.length - 1));
  });

  test('that omits, doubles or swaps a character is rejected', async () => {
    const changes = function* () {
      for (let at = 0; at < genuine.length; at += 1) {
        const [before, here, after] = [genuine.slice(0, at), genuine[at], genuine.slice(at + 1)];
        yield before + after;
        yield before + here + here + after;
        if (after && after[0] !== here) yield before + after[0] + here + after.slice(1);
      }
    };
    expect((await sort(changes())).accepted).toEqual([]);
  });

  test('matters: the unchanged token is accepted', async () => {
    expect((await sort([genuine])).accepted).toEqual([genuine]);
  });
});

describe('random input throws nothing but SessionTokenError', () => {
  test('30 000 times random bytes, none of which is accepted', async () => {
    const random = createRandom(SEED);
    expect(await sort(repeat(30_000, () => randomBytes(random)))).toEqual({ accepted: [], rejected: 30_000 });
  });

  test('25 000 mutations of genuine tokens, none of which is accepted unless it is one', async () => {
    const random = createRandom(SEED + 1);
    const { accepted, rejected } = await sort(repeat(25_000, () => randomMutation(random)));
    expect(accepted).toEqual([]);
    expect(rejected).toBe(25_000);
  });

  test('20 000 signed tokens with random claims, of which only valid ones are accepted', async () => {
    const random = createRandom(SEED + 2);
    const { accepted, rejected } = await sort(repeat(20_000, () => randomClaims(random)));
    expect(accepted.length).toBeGreaterThan(500);
    expect(rejected).toBeGreaterThan(10_000);
    for (const token of accepted) expect(isValid(token)).toBe(true);
  });
});

/** States the rules in another way. Shares no code with the package. */
function isValid(token: string): boolean {
  const { aud, dest, exp, nbf, iat, jti, iss, sub, sid } = JSON.parse(
    Buffer.from(token.split('.')[1]!, 'base64url').toString(),
  );
  const isCustomer = typeof sub === 'string' && sub.startsWith('gid://shopify/Customer/');
  const url = new URL(dest.startsWith('https://') ? dest : `https://${dest}`);
  const issuer = iss === undefined ? url : new URL(iss);
  const isAdmin = issuer.pathname === '/admin';
  const isStaff = !isCustomer && (sid !== undefined || isAdmin);
  return (
    aud === CLIENT_ID &&
    url.href === `https://${url.hostname}/` &&
    url.hostname.split('.').slice(1).join('.') === 'myshopify.com' &&
    issuer.hostname === url.hostname &&
    (isCustomer || isAdmin === (isStaff && iss !== undefined)) &&
    [exp, nbf, iat].every(Number.isSafeInteger) &&
    exp > NOW_SECONDS - 10 &&
    Math.max(nbf, iat) <= NOW_SECONDS + 10 &&
    exp - Math.min(nbf, iat) <= (isStaff ? 86_400 : 600) &&
    typeof jti === 'string' &&
    jti !== '' &&
    (isStaff ? `${BigInt(sub)}` === sub : isCustomer || sub === undefined || sub === null || sub === '')
  );
}
