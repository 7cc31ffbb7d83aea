import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from './test-app.ts';

const { app, mint } = await createTestApp();
const token = mint();
let port: number;

beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

/** Sends over a real socket, because `inject` would merge repeated headers. */
function send(headers: string[], path = '/api/session-token'): Promise<{ status: number; code?: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(body).code }));
    });
    outgoing.on('error', reject).end();
  });
}

const host = ['Host', 'localhost'];

describe('the Authorization header', () => {
  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])(
    'accepts the scheme as %s (RFC 9110 §11.1)',
    async (scheme) => {
      expect(await send([...host, 'Authorization', `${scheme} ${token}`])).toMatchObject({ status: 200 });
    },
  );

  test('may stand next to a header whose value is its name', async () => {
    const headers = ['X-Name', 'authorization', 'Authorization', `Bearer ${token}`];
    expect(await send([...host, ...headers])).toMatchObject({ status: 200 });
  });

  test('accepts more than one space after the scheme (RFC 9110 §11.4)', async () => {
    expect(await send([...host, 'Authorization', `Bearer   ${token}`])).toMatchObject({ status: 200 });
  });

  test.each<[string, string[], string?]>([
    ['a token without a scheme', [token]],
    ['the scheme alone', ['Bearer']],
    ['the scheme and a space', ['Bearer ']],
    ['two tokens', [`Bearer ${token} ${token}`]],
    ['two tokens with a tab between', [`Bearer ${token}\t${token}`]],
    ['two tokens in a list', [`Bearer ${token}, Bearer ${token}`]],
    ['two tokens with a comma between', [`Bearer ${token},${token}`]],
    ['a token with a trailing comma', [`Bearer ${token},`]],
    ['a token with a leading tab', [`Bearer \t${token}`]],
    ['two headers, in different case', [`Bearer ${token}`, `Bearer ${token}`], 'aUTHORIZATION'],
    ['a tab instead of the space', [`Bearer\t${token}`]],
    ['no space after the scheme', [`Bearer${token}`]],
    ['two headers', [`Bearer ${token}`, `Bearer ${token}`]],
    ['two headers, the second of another scheme', [`Bearer ${token}`, 'Basic eDp5']],
    ['an empty header', ['']],
  ])('rejects %s as malformed_authorization', async (_name, values, secondName = 'Authorization') => {
    const headers = values.flatMap((value, index) => [index === 0 ? 'Authorization' : secondName, value]);
    expect(await send([...host, ...headers])).toEqual({ status: 400, code: 'malformed_authorization' });
  });

  test.each(['Basic eDp5', 'Digest abc', 'DPoP abc', 'Negotiate abc'])(
    'treats another scheme as no token: %s',
    async (value) => {
      expect(await send([...host, 'Authorization', value])).toEqual({ status: 401, code: 'missing_token' });
    },
  );

  test('never reads a token from the query string (RFC 6750 §5.3)', async () => {
    const path = `/api/session-token?access_token=${token}&token=${token}&id_token=${token}`;
    expect(await send(host, path)).toEqual({ status: 401, code: 'missing_token' });
  });
});
