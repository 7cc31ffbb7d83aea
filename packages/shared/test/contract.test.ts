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

describe('the import of an extension', () => {
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

describe('the response of GET /api/session-token', () => {
  test.each([
    ['a customer', { ...buyer, customerId: '42' }, true],
    ['a guest', buyer, true],
    ['staff', staff, true],
    [
      'staff whose token has no sid',
      { ...staff, sessionId: undefined, claims: { ...claims, sub: '9' } },
      true,
    ],
    ['staff without a user', { ...staff, userId: undefined }, false],
    ['staff whose user id is a number, which loses digits above 2^53', { ...staff, userId: 9 }, false],
    ['an unknown kind', { ...buyer, kind: 'admin' }, false],
    ['a buyer whose token had no dest', { ...buyer, claims: { ...claims, dest: undefined } }, false],
  ])('is checked by its schema: %s', (_name, body, valid) => {
    expect(Value.Check(SessionTokenResponse, JSON.parse(JSON.stringify(body)))).toBe(valid);
  });
});

describe('an error', () => {
  const body = { code: 'expired', message: 'm', requestId: 'r', retryable: true };

  test.each([
    ['with a code of the contract', body, true],
    ['with an unknown code', { ...body, code: 'no_such_code' }, false],
    ['without a request id', { ...body, requestId: undefined }, false],
  ])('%s', (_name, response, valid) => {
    expect(Value.Check(ErrorResponse, JSON.parse(JSON.stringify(response)))).toBe(valid);
  });

  test('has unique codes, across both lists', () => {
    const codes = [...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES];

    expect(new Set(codes).size).toBe(codes.length);
  });
});
