import { build } from 'esbuild';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import {
  ErrorResponse,
  REQUEST_ERROR_CODES,
  SESSION_TOKEN_ERROR_CODES,
  SessionTokenResponse,
} from '../src/schemas.ts';

const common = { shop: 'a.myshopify.com', tokenId: 't', issuedAt: 1, expiresAt: 301 };
const claims = { dest: 'a.myshopify.com', aud: 'app', exp: 301, nbf: 1, iat: 1, jti: 't' };
const buyer = { kind: 'buyer', ...common, claims };
const staff = {
  kind: 'staff',
  ...common,
  userId: '9',
  sessionId: 's',
  claims: { ...claims, sub: '9', sid: 's' },
};

describe('what an extension imports', () => {
  test('adds no runtime code to its bundle', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from '@session-token/shared';", resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });

    expect(outputFiles[0]?.text).toBe('');
  });
});

describe('the answer of GET /api/session-token', () => {
  test.each([
    ['a customer', { ...buyer, customerId: '42' }, true],
    ['an anonymous buyer', buyer, true],
    ['staff', staff, true],
    ['staff without a user', { ...staff, userId: undefined }, false],
    ['a user id that is a number, and so has lost digits above 2^53', { ...staff, userId: 9 }, false],
    ['a kind that there is not', { ...buyer, kind: 'admin' }, false],
    ['a buyer whose token had no dest', { ...buyer, claims: { ...claims, dest: undefined } }, false],
  ])('is checked by its schema: %s', (_name, body, valid) => {
    expect(Value.Check(SessionTokenResponse, JSON.parse(JSON.stringify(body)))).toBe(valid);
  });
});

describe('an error', () => {
  const body = { code: 'expired', message: 'm', requestId: 'r', retryable: true };

  test.each([
    ['with a code of the union', body, true],
    ['with a code that nobody can know', { ...body, code: 'no_such_code' }, false],
    ['without a request id', { ...body, requestId: undefined }, false],
  ])('%s', (_name, response, valid) => {
    expect(Value.Check(ErrorResponse, JSON.parse(JSON.stringify(response)))).toBe(valid);
  });

  test('has one meaning a code: no code is in both lists, or twice in one', () => {
    const codes = [...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES];

    expect(new Set(codes).size).toBe(codes.length);
  });
});
