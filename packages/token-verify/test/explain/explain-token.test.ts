import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCheckList } from '../../src/explain/check-list.ts';
import { type ExplainOptions, explainToken } from '../../src/explain/index.ts';
import {
  CLIENT_ID,
  decodePayload,
  FOREIGN_SECRET,
  mint,
  mintStaff,
  NOW_MS,
  NOW_SECONDS,
  PREVIOUS_SECRET,
  SECRET,
  SHOP,
  segmentsOf,
} from '../setup.ts';

const explain = (token: unknown, options: ExplainOptions = {}) =>
  explainToken(token, { clientId: CLIENT_ID, secrets: [SECRET], now: () => NOW_MS, ...options });

/** Returns one check of an explanation. */
async function checkOf(id: string, token: unknown, options?: ExplainOptions) {
  const { checks } = await explain(token, options);
  return checks.find((check) => check.id === id);
}

const without = { clientId: undefined, secrets: [] as const };

afterEach(() => vi.unstubAllGlobals());

describe('a genuine token', () => {
  test('passes every check, in the order of the verifier', async () => {
    const { verdict, checks, holder, shop } = await explain(mint());
    expect(checks.map(({ id }) => id)).toEqual([
      'size',
      'form',
      'header',
      'signature',
      'payload',
      'claims',
      'audience',
      'times',
      'shop',
      'issuer',
      'token-id',
      'subject',
      'validity',
    ]);
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['passed']));
    expect({ verdict, holder, shop }).toEqual({ verdict: 'accepted', holder: 'guest', shop: SHOP });
  });

  test('of staff has its session id checked, too', async () => {
    const { checks, holder } = await explain(mintStaff());
    expect(checks.map(({ id }) => id)).toContain('session-id');
    expect(holder).toBe('staff');
  });

  test('names the secret that signed it', async () => {
    const token = mint({}, { secret: PREVIOUS_SECRET });
    expect(await checkOf('signature', token, { secrets: [SECRET, PREVIOUS_SECRET] })).toMatchObject({
      status: 'passed',
      found: 'signed with the previous secret',
    });
  });

  test('is undecided without a client id and a secret, and only those two checks are missing', async () => {
    const { verdict, code, isCodeCertain, checks } = await explain(mint(), without);
    expect({ verdict, code, isCodeCertain }).toEqual({ verdict: 'undecided', isCodeCertain: false });
    expect(checks.filter(({ status }) => status !== 'passed')).toMatchObject([
      { id: 'signature', status: 'not checked', reason: 'no client secret was given' },
      { id: 'audience', status: 'not checked', reason: 'no client id was given' },
    ]);
  });

  test('comes back decoded, so that a page can show it', async () => {
    const token = mint();
    const { unverifiedHeader, unverifiedClaims } = await explain(token);
    expect(unverifiedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(unverifiedClaims).toEqual(decodePayload(token));
  });

  test('is judged by the current time, client id and tolerance of the verifier by default', async () => {
    vi.useFakeTimers({ now: NOW_MS });
    const token = mint({ nbf: NOW_SECONDS + 10 });
    expect((await explainToken(token)).verdict).toBe('undecided');
    expect((await explainToken(token, { clockToleranceSeconds: 9 })).code).toBe('not_yet_valid');
    vi.useRealTimers();
  });
});

describe('a rejected token', () => {
  test('has the checks after the first failure, too', async () => {
    const token = mint({
      aud: 'other',
      exp: NOW_SECONDS - 60,
      iat: NOW_SECONDS - 360,
      nbf: NOW_SECONDS - 360,
    });
    const { code, checks } = await explain(token, { secrets: [FOREIGN_SECRET] });
    expect(code).toBe('bad_signature');
    expect(checks.flatMap((check) => (check.status === 'failed' ? check.code : []))).toEqual([
      'bad_signature',
      'wrong_audience',
      'expired',
    ]);
  });

  test('has an uncertain code if an earlier check could not be made', async () => {
    const wrongShop = mint({ dest: 'x', iss: undefined });
    expect(await explain(wrongShop, without)).toMatchObject({ code: 'bad_dest', isCodeCertain: false });
    expect(await explain(wrongShop)).toMatchObject({ code: 'bad_dest', isCodeCertain: true });
    // The header comes before the signature.
    const wrongHeader = mint({}, { header: { alg: 'none' } });
    expect(await explain(wrongHeader, without)).toMatchObject({
      code: 'unsupported_algorithm',
      isCodeCertain: true,
    });
  });

  test('says what was expected, what was found and what to do', async () => {
    expect(await checkOf('audience', mint({ aud: 'other-app' }))).toEqual({
      id: 'audience',
      title: 'App (aud)',
      expected: `"${CLIENT_ID}"`,
      found: '"other-app"',
      status: 'failed',
      code: 'wrong_audience',
      claim: 'aud',
      message: 'The token was issued for another app.',
      remedy: expect.stringContaining('client id'),
    });
  });

  test('has no part of a secret in its explanation', async () => {
    const tokens = [mint(), mint({}, { secret: FOREIGN_SECRET }), 'x.y.z', 'not a token'];
    for (const token of tokens) {
      const explanation = await explain(token, { secrets: [SECRET, PREVIOUS_SECRET] });
      expect(JSON.stringify(explanation)).not.toMatch(/shpss_|7c1f0a94|e04b9d71/);
    }
  });

  test('throws errors that are not about the token', async () => {
    const now = () => {
      throw new RangeError('no clock');
    };
    await expect(explain(mint(), { now })).rejects.toThrow('no clock');
    const brokenCrypto = { subtle: { importKey: () => Promise.reject(new Error('no key')) } };
    vi.stubGlobal('crypto', brokenCrypto);
    await expect(explain(mint())).rejects.toThrow('no key');
    const check = { id: 'x', title: 'X', expected: '', found: '' };
    const fail = () => Promise.reject(new RangeError('a bug'));
    await expect(createCheckList().run(check, fail)).rejects.toThrow('a bug');
  });
});

describe('the form', () => {
  const [header, payload, signature] = segmentsOf(mint());

  test.each([
    [undefined, 'size', 'not a string'],
    ['', 'size', 'nothing'],
    ['x'.repeat(4097), 'size', '4097 characters'],
    ['undefined', 'form', 'the text of a JavaScript value that is not a string'],
    ['[object Promise]', 'form', 'the text of a JavaScript value that is not a string'],
    ['shpat_0123456789abcdef', 'form', 'another credential from Shopify'],
    ['abc', 'form', '1 part'],
    [`${header}.${payload}`, 'form', '2 parts'],
    [`"${header}.${payload}.${signature}"`, 'form', 'a quotation mark, which is not base64url'],
    [`${header}.${payload}.${signature}=`, 'form', 'padding (=), which is not base64url'],
    [`${header}.${payload}.+${signature}`, 'form', 'a character of plain base64 (+), which is not base64url'],
    [`${header}.${payload} .${signature}`, 'form', 'white space, which is not base64url'],
    [`${header}.${payload}\0.${signature}`, 'form', 'another character, which is not base64url'],
    [
      `${header}.${payload}.${signature.slice(0, -1)}B`,
      'form',
      `parts of 36, ${payload.length}, 43 characters; the end of the signature is missing or was changed`,
    ],
  ])('%j fails by its %s', async (token, id, found) => {
    const { checks, specimen } = await explain(token);
    expect(checks.find(({ status }) => status === 'failed')).toMatchObject({ id, found });
    // Everything after it cannot be checked.
    expect(checks.at(-1)).toMatchObject({ id: 'validity', status: 'not checked' });
    expect(specimen.claims).toBeUndefined();
  });

  test('at the longest accepted length passes the check of the size', async () => {
    expect(await checkOf('size', 'x'.repeat(4096))).toMatchObject({ status: 'passed' });
  });
});

describe('the header and the payload', () => {
  test('that are not JSON objects are described without their content', async () => {
    const { checks } = await explain(mint({}, { header: 'secret text' }));
    expect(checks.find(({ id }) => id === 'header')).toMatchObject({
      status: 'failed',
      found: 'not a JSON object in UTF-8',
    });
    expect(checks.find(({ id }) => id === 'signature')).toMatchObject({
      reason: 'the header is not that of an HS256 token',
    });
    const noPayload = `${segmentsOf(mint())[0]}.W10.`;
    expect(await checkOf('payload', noPayload)).toMatchObject({ found: 'not a JSON object in UTF-8' });
    expect(await checkOf('claims', noPayload)).toMatchObject({ reason: 'the payload cannot be read' });
  });
});

describe('the signature', () => {
  const foreign = mint({}, { secret: FOREIGN_SECRET });

  test('that is wrong, for a token of this app, points to the secret', async () => {
    expect(await checkOf('signature', foreign)).toMatchObject({
      found: 'not signed with the current secret',
      remedy: expect.stringContaining('names this app'),
    });
  });

  test('that is wrong, for a token of another app, points to the app', async () => {
    expect(
      await checkOf('signature', mint({ aud: 'other' }, { secret: FOREIGN_SECRET }), {
        secrets: [SECRET, PREVIOUS_SECRET],
      }),
    ).toMatchObject({
      found: 'not signed with either secret',
      remedy: expect.stringContaining('another app'),
    });
  });

  test('that is wrong, without a client id, has the general remedy', async () => {
    expect(await checkOf('signature', foreign, { clientId: undefined })).toMatchObject({
      remedy: expect.stringContaining('client secret'),
    });
  });

  test.each([
    [[`"${SECRET}"`], 'the current secret must not contain quotes or backslashes'],
    [[SECRET, 'short'], 'the previous secret must have at least 32 characters'],
    [[CLIENT_ID], 'the current secret is the client id, which is public'],
  ] as const)(
    'is not checked with a secret that the verifier does not start with',
    async (secrets, reason) => {
      expect(await checkOf('signature', mint(), { secrets })).toMatchObject({
        status: 'not checked',
        reason,
      });
    },
  );

  test('is checked with the previous secret alone', async () => {
    const token = mint({}, { secret: PREVIOUS_SECRET });
    expect(await checkOf('signature', token, { secrets: [undefined, PREVIOUS_SECRET] })).toMatchObject({
      status: 'passed',
    });
    expect(await checkOf('signature', mint(), { secrets: ['', PREVIOUS_SECRET] })).toMatchObject({
      found: 'not signed with the previous secret',
    });
  });

  test('is not checked where WebCrypto is missing', async () => {
    vi.stubGlobal('crypto', undefined);
    expect(await checkOf('signature', mint())).toMatchObject({
      status: 'not checked',
      reason: expect.stringContaining('WebCrypto'),
    });
  });
});

describe('the claims', () => {
  test.each([
    [mint({ aud: undefined }), 'audience', 'aud is missing'],
    [mint({ nbf: undefined }), 'times', 'nbf is missing'],
    [mint({ dest: undefined }), 'shop', 'dest is missing'],
    [mint({ dest: undefined }), 'issuer', 'dest is missing'],
    [mint({ dest: 'x' }), 'issuer', 'dest is not a shop'],
    [mint({ jti: undefined }), 'token-id', 'jti is missing'],
    [mint({ exp: 1e300 }), 'validity', 'the times cannot be read'],
  ])('that cannot be checked say why: %#', async (token, id, reason) => {
    expect(await checkOf(id, token)).toMatchObject({ status: 'not checked', reason });
  });

  test('that are missing are named', async () => {
    expect(await checkOf('claims', mint({ jti: undefined, nbf: undefined }))).toMatchObject({
      status: 'failed',
      code: 'missing_claim',
      claim: 'nbf',
      found: 'nbf, jti missing',
    });
  });

  test.each([
    [`"${CLIENT_ID}"`, 'must be'],
    ['shpss_x', 'is a client secret, not a client id'],
  ])('are not compared with a client id that the verifier does not start with', async (clientId, problem) => {
    expect(await checkOf('audience', mint(), { clientId })).toMatchObject({
      status: 'not checked',
      reason: expect.stringContaining(`the client id ${problem}`),
    });
  });

  test('of each holder have their own rules for the issuer and the subject', async () => {
    const customer = mint({ sub: 'gid://shopify/Customer/7' });
    expect(await checkOf('issuer', customer)).toMatchObject({
      expected: expect.stringContaining('plain path'),
    });
    expect(await checkOf('subject', customer)).toMatchObject({
      expected: expect.stringContaining('customer'),
    });
    expect(await checkOf('issuer', mintStaff())).toMatchObject({
      expected: expect.stringContaining('/admin'),
    });
    expect(await checkOf('subject', mintStaff({ sub: undefined }))).toMatchObject({
      status: 'failed',
      code: 'missing_claim',
      found: 'absent',
    });
    expect(await checkOf('subject', mint({ sub: 'x' }))).toMatchObject({ code: 'bad_subject', found: '"x"' });
  });

  test('with times are shown as dates where they are dates', async () => {
    expect(await checkOf('times', mint())).toMatchObject({
      found:
        'iat 2026-01-15 12:00:00 UTC, nbf 2026-01-15 12:00:00 UTC, exp 2026-01-15 12:05:00 UTC; valid for 5 min',
    });
    expect(await checkOf('times', mint({ exp: NOW_MS, nbf: 'x', iat: null }))).toMatchObject({
      found: `iat null, nbf "x", exp ${NOW_MS}`,
    });
  });

  test('cannot control a terminal, and are shortened', async () => {
    const dest = `\u001b[31m\u202e\u009b${'x'.repeat(200)}`;
    const check = await checkOf('shop', mint({ dest, iss: undefined }));
    expect(check).toMatchObject({
      found: expect.stringMatching(/^"\\u001b\[31m\\u202e\\u009bx+… \(\d+ characters\)$/),
    });
  });
});

describe('the clock', () => {
  const at = (seconds: number): ExplainOptions => ({ now: () => NOW_MS + seconds * 1000 });

  test.each([
    [0, 'issued 0 s ago, expires in 5 min', 0],
    [65, 'issued 1 min 5 s ago, expires in 3 min 55 s', 0],
    [300, 'issued 5 min ago, expired 0 s ago', 0],
    [-8, 'issued 8 s in the future, expires in 5 min 8 s; this clock is at least 8 s behind', 8],
  ])('%i s after the token was issued', async (seconds, found, behindSeconds) => {
    const { checks, clock, verdict } = await explain(mint(), at(seconds));
    expect(checks.at(-1)).toMatchObject({ status: 'passed', found });
    expect(clock).toEqual({
      issuedSecondsAgo: seconds,
      expiresInSeconds: 300 - seconds,
      behindSeconds,
    });
    expect(verdict).toBe('accepted');
  });

  test('that is behind has the least difference', async () => {
    expect((await explain(mint(), at(-3700))).checks.at(-1)).toMatchObject({
      code: 'not_yet_valid',
      remedy: expect.stringContaining('at least 1 h 1 min behind'),
    });
  });

  test('may be ahead if a new token has expired', async () => {
    expect((await explain(mint(), at(2 * 86_400 + 300))).checks.at(-1)).toMatchObject({
      code: 'expired',
      remedy: expect.stringContaining('ahead by more than 2 d'),
    });
  });

  test('tolerates as much as the verifier', async () => {
    expect((await explain(mint(), at(309))).verdict).toBe('accepted');
    expect((await explain(mint(), at(310))).code).toBe('expired');
  });
});
