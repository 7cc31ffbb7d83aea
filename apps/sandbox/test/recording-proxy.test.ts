import { expect, test } from 'vitest';
import { shortenAuthorization } from '../src/node/proxy/exchange-recorder.ts';
import { proxyUpstream } from './proxied-upstream.ts';

const { call, exchanges, network } = proxyUpstream((request, response) => {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    return;
  }
  response.writeHead(418, { 'X-Kind': 'teapot' });
  request.pipe(response);
});

test('forwards requests and responses unchanged, and records both', async () => {
  const response = await call({ method: 'POST', body: 'oolong' }, '/brew?now=1');
  expect(response.status).toBe(418);
  expect(await response.text()).toBe('oolong');
  expect(exchanges).toMatchObject([
    {
      method: 'POST',
      path: '/brew?now=1',
      status: 418,
      preflight: false,
      requestBody: 'oolong',
      responseBody: 'oolong',
      responseHeaders: { 'x-kind': 'teapot' },
    },
  ]);
});

test('distinguishes a preflight from a plain OPTIONS request', async () => {
  const headers = { origin: 'null', 'access-control-request-method': 'GET' };
  await call({ method: 'OPTIONS', headers });
  await call({ method: 'OPTIONS' });
  expect(exchanges.map(({ preflight }) => preflight)).toEqual([true, false]);
  expect(exchanges[0]).toMatchObject({ origin: 'null', status: 204 });
});

test('never records a whole token', async () => {
  const token = `eyJhbGciOiJIUzI1NiJ9.${'x'.repeat(300)}.signature`;
  await call({ headers: { authorization: `Bearer ${token}` } });
  expect(JSON.stringify(exchanges)).not.toContain('x'.repeat(20));
  expect(exchanges[0]?.requestHeaders.authorization).toMatch(/^Bearer eyJhbGciOiJI… \(\d+ characters\)$/);
});

test('shortens a token that was sent without its scheme', () => {
  expect(shortenAuthorization('x'.repeat(300))).toBe(`${'x'.repeat(12)}…`);
});

test('resets the connection while the server is down', async () => {
  network.server = 'down';
  await expect(call()).rejects.toThrow();
  expect(exchanges[0]).toMatchObject({ failure: 'The server is down: the connection was reset' });
  expect(exchanges[0]).not.toHaveProperty('status');
});

test('records no more than 16 KB of a body', async () => {
  await call({ method: 'POST', body: 'x'.repeat(20_000) }).then((response) => response.text());
  expect(exchanges[0]?.responseBody).toHaveLength(16 * 1024 + 1);
});
