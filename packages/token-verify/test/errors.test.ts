import { existsSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { signToken } from '@session-token/token-issuer';
import { afterEach, describe, expect, test } from 'vitest';
import * as entry from '../src/index.ts';
import { SessionTokenError } from '../src/index.ts';
import { createVerifier, mint, mintStaff, NOW_SECONDS, outcomeOf, SECRET, segmentsOf } from './setup.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const MARK = 'sensitive-value';

/** One rejection at each stage. The mark is in the part of the token that the stage reads. */
const rejections: [stage: string, token: string][] = [
  ['the compact form', `${MARK}.${MARK}`],
  ['a header that is not JSON', signToken(MARK, {}, SECRET)],
  ['the algorithm', mint({}, { header: { alg: MARK } })],
  ['the extensions', mint({}, { header: { alg: 'HS256', crit: [MARK] } })],
  ['the signature', `${mint({ jti: MARK })}A`.replace(/.{44}$/, 'A'.repeat(43))],
  ['a payload that is not JSON', signToken({ alg: 'HS256' }, `{"${MARK}`, SECRET)],
  ['the audience', mint({ aud: MARK })],
  ['the shop', mint({ dest: MARK })],
  ['the issuer', mint({ iss: MARK })],
  ['the times', mint({ exp: MARK })],
  [
    'the validity',
    mint({ exp: NOW_SECONDS - 100, iat: NOW_SECONDS - 200, nbf: NOW_SECONDS - 200, jti: MARK }),
  ],
  ['the subject', mint({ sub: MARK })],
  ['the token id', mint({ jti: `${MARK}\n` })],
  ['the session id', mintStaff({ sid: `${MARK}\n` })],
];

describe('a SessionTokenError', () => {
  test.each(rejections)('about %s contains nothing of the token', async (_stage, token) => {
    const error = await outcomeOf(createVerifier(), token);
    expect(error).toBeInstanceOf(SessionTokenError);
    // Everything that a logger could write: message, stack, own properties and causes, at any depth.
    const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
    expect(everything).not.toContain(MARK);
    expect(everything).not.toContain(SECRET);
    for (const segment of segmentsOf(token)) if (segment) expect(everything).not.toContain(segment);
    expect(JSON.stringify(error)).not.toContain(MARK);
    expect(error).not.toHaveProperty('cause');
  });

  test('has a code, the faulty claim and a message', () => {
    const error = new SessionTokenError('expired', 'exp');
    expect(error).toMatchObject({
      name: 'SessionTokenError',
      code: 'expired',
      claim: 'exp',
      message: 'The token has expired; get a new one.',
    });
    expect(error).toBeInstanceOf(Error);
    expect(new SessionTokenError('bad_signature').claim).toBeUndefined();
  });

  test('has a different message for each code', () => {
    const messages = SESSION_TOKEN_ERROR_CODES.map((code) => new SessionTokenError(code).message);
    for (const message of messages) expect(message).toMatch(/^\w.*\.$/);
    expect(new Set(messages).size).toBe(SESSION_TOKEN_ERROR_CODES.length);
  });
});

describe('the stack trace of a SessionTokenError', () => {
  const before = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')!;
  afterEach(() => {
    Object.defineProperty(Error, 'stackTraceLimit', before);
  });

  test('is empty', () => {
    expect(new SessionTokenError('expired', 'exp').stack).toBe(
      'SessionTokenError: The token has expired; get a new one.',
    );
  });

  const throwing = {
    toString: () => {
      throw new Error('no text');
    },
  };
  test.each<[string, unknown]>([
    ['a known code', 'expired'],
    ['an unknown code', 'no_such_code'],
    ['the name of a prototype', '__proto__'],
    ['undefined', undefined],
    ['null', null],
    ['an object without text', throwing],
  ])('leaves those of other errors unchanged, for %s', (_name, code) => {
    try {
      new SessionTokenError(code as never);
    } catch (error) {
      expect(error).toHaveProperty('message', 'no text');
    }
    expect(Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')).toEqual(before);
    expect(new Error('another').stack).toContain('errors.test.ts');
  });

  test.each([
    ['read-only, as with --frozen-intrinsics', { value: 10, writable: false, configurable: true }],
    ['undefined', { value: undefined, writable: true, configurable: true }],
    ['without a setter', { get: () => 10, configurable: true }],
  ])('does not matter when Error.stackTraceLimit is %s', async (_state, descriptor) => {
    Object.defineProperty(Error, 'stackTraceLimit', descriptor);
    const expected = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
    expect(await outcomeOf(createVerifier(), mint({ aud: 'other' }))).toMatchObject({
      code: 'wrong_audience',
      name: 'SessionTokenError',
    });
    expect(Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')).toEqual(expected);
  });

  test('does not matter when Error.stackTraceLimit is missing', async () => {
    Reflect.deleteProperty(Error, 'stackTraceLimit');
    expect(await outcomeOf(createVerifier(), mint({ aud: 'other' }))).toHaveProperty(
      'code',
      'wrong_audience',
    );
    expect(Object.hasOwn(Error, 'stackTraceLimit')).toBe(false);
  });
});

describe('the README', () => {
  test('lists the message of every code', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|$/gm)].map(([, code, message]) => [
      code,
      message,
    ]);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(
        SESSION_TOKEN_ERROR_CODES.map((code) => [code, new SessionTokenError(code).message]),
      ),
    );
  });

  test('names a check for every code, and the tests of every check', () => {
    const checks = [...readme.matchAll(/^\|[^|]+\| `(\w+)` +\|[^|]+\|([^|]+)\|$/gm)];
    expect(new Set(checks.map(([, code]) => code))).toEqual(new Set(SESSION_TOKEN_ERROR_CODES));
    const tests = checks.flatMap(([, , names = '']) =>
      [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    expect(tests.length).toBeGreaterThanOrEqual(checks.length);
    for (const name of tests) {
      const files = [`${name}.test.ts`, `../../../tooling/token-issuer/src/corpus/${name}.ts`];
      expect(
        files.some((file) => existsSync(new URL(file, import.meta.url))),
        name,
      ).toBe(true);
    }
  });
});

describe('the package', () => {
  test('exports these values, and two types', () => {
    expect(Object.keys(entry).toSorted()).toEqual([
      'SessionTokenError',
      'createSessionTokenVerifier',
      'findOptionProblems',
    ]);
  });
});
