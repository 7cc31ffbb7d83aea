import { existsSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { signToken } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import * as entry from '../src/index.ts';
import { SESSION_TOKEN_ERRORS, SessionTokenError } from '../src/index.ts';
import { createVerifier, decide, mint, mintStaff, NOW_SECONDS, SECRET, segmentsOf } from './setup.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const MARK = 'sensitive-value';

/** One refusal at each stage, each with the mark where that stage can see it. */
const refusals: [stage: string, token: string][] = [
  ['the form', `${MARK}.${MARK}`],
  ['a header that is not JSON', signToken(MARK, {}, SECRET)],
  ['the algorithm', mint({}, { header: { alg: MARK } })],
  ['the extensions', mint({}, { header: { alg: 'HS256', crit: [MARK] } })],
  ['the signature', `${mint({ jti: MARK })}A`.replace(/.{44}$/, 'A'.repeat(43))],
  ['a payload that is not JSON', signToken({ alg: 'HS256' }, `{"${MARK}`, SECRET)],
  ['the audience', mint({ aud: MARK })],
  ['the shop', mint({ dest: MARK })],
  ['the issuer', mint({ iss: MARK })],
  ['the times', mint({ exp: MARK })],
  ['the life', mint({ exp: NOW_SECONDS - 100, iat: NOW_SECONDS - 200, nbf: NOW_SECONDS - 200, jti: MARK })],
  ['the subject', mint({ sub: MARK })],
  ['the token id', mint({ jti: `${MARK}\n` })],
  ['the session id', mintStaff({ sid: `${MARK}\n` })],
];

describe('a SessionTokenError', () => {
  test.each(refusals)('of %s holds nothing of the token', async (_stage, token) => {
    const error = await decide(createVerifier(), token);
    expect(error).toBeInstanceOf(SessionTokenError);
    // What a logger could come to write: message, stack, own properties and causes, to any depth.
    const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
    expect(everything).not.toContain(MARK);
    expect(everything).not.toContain(SECRET);
    for (const segment of segmentsOf(token)) if (segment) expect(everything).not.toContain(segment);
    expect(JSON.stringify(error)).not.toContain(MARK);
    expect(error).not.toHaveProperty('cause');
  });

  test('carries its code, the claim at fault and the meaning of the code', () => {
    const error = new SessionTokenError('expired', 'exp');
    expect(error).toMatchObject({
      name: 'SessionTokenError',
      code: 'expired',
      claim: 'exp',
      message: SESSION_TOKEN_ERRORS.expired.meaning,
    });
    expect(error).toBeInstanceOf(Error);
    expect(new SessionTokenError('bad_signature').claim).toBeUndefined();
  });
});

describe('the table of codes', () => {
  test('has every code of the contract and no other', () => {
    expect(Object.keys(SESSION_TOKEN_ERRORS)).toEqual(SESSION_TOKEN_ERROR_CODES);
  });

  test('has another meaning for each code', () => {
    const meanings = Object.values(SESSION_TOKEN_ERRORS).map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  test('is the one in the README, word for word', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| (\d{3}) +\| ([^|]+) \|$/gm)].map(
      ([, code, status, meaning]) => [code, { status: Number(status), meaning: meaning?.trim() }],
    );
    expect(Object.fromEntries(rows)).toEqual(SESSION_TOKEN_ERRORS);
  });

  test('is explained in the README, each code by a check and the tests of it', () => {
    const checks = [...readme.matchAll(/^\|[^|]+\| `(\w+)` +\|[^|]+\|([^|]+)\|$/gm)];
    expect(new Set(checks.map(([, code]) => code))).toEqual(new Set(Object.keys(SESSION_TOKEN_ERRORS)));
    const tests = checks.flatMap(([, , names = '']) =>
      [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    expect(tests.length).toBeGreaterThanOrEqual(checks.length);
    for (const name of tests)
      expect(existsSync(new URL(`${name}.test.ts`, import.meta.url)), name).toBe(true);
  });
});

describe('the public entry', () => {
  test('has these exports, and types beside them', () => {
    expect(Object.keys(entry).toSorted()).toEqual([
      'SESSION_TOKEN_ERRORS',
      'SessionTokenError',
      'createSessionTokenVerifier',
    ]);
  });
});
