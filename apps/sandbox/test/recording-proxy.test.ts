import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { shortenAuthorization } from '../src/node/proxy/exchange-recorder.ts';
import { proxyUpstream } from './proxied-upstream.ts';

const seen: IncomingHttpHeaders[] = [];
const { call, exchanges, network, upstreamHost } = proxyUpstream((request, response) => {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    return;
  }
  seen.push(request.headers);
  response.writeHead(418, { 'X-Kind': 'teapot', 'Set-Cookie': 'a=1', 'Clear-Site-Data': '"*"' });
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

const PREFIX = '/.sandbox-proxy';

test('does not send requests to an unknown host, and records which option would', async () => {
  const response = await call(
    { headers: { origin: 'null' } },
    `${PREFIX}/plain/https/evil.example/steal?a=1`,
  );
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(exchanges).toMatchObject([
    {
      destination: 'https://evil.example',
      path: '/steal?a=1',
      isForApp: false,
      refusedHost: 'evil.example',
      failure: expect.stringContaining('--allow-host evil.example'),
    },
  ]);
});

test('sends requests for another origin with the token, and those for an allowed host, under their path', async () => {
  const told = { method: 'POST', body: 'oolong' };
  for (const path of [
    `/token/https/tunnel.example/brew?a=1`,
    `/plain/http/${encodeURIComponent(upstreamHost())}/`,
  ]) {
    expect(await (await call(told, PREFIX + path)).text()).toBe('oolong');
  }
  expect(exchanges).toMatchObject([
    { destination: 'https://tunnel.example', path: '/brew?a=1', isForApp: true, status: 418 },
    { destination: `http://${upstreamHost()}`, path: '/', isForApp: false, status: 418 },
  ]);
});

test('faults of the server do not apply to other hosts', async () => {
  network.server = 'down';
  const other = `${PREFIX}/plain/http/${encodeURIComponent(upstreamHost())}/`;
  expect((await call({ method: 'POST', body: '' }, other)).status).toBe(418);
  await expect(call({}, `${PREFIX}/token/https/tunnel.example/`)).rejects.toThrow();
});

test('neither cookies nor the name of the proxy reach a server', async () => {
  await call({ method: 'POST', headers: { cookie: 'other=program' } });
  expect(seen.at(-1)).toMatchObject({ host: upstreamHost() });
  expect(seen.at(-1)).not.toHaveProperty('cookie');
});

test('a response changes nothing that other programs have stored in the browser', async () => {
  const response = await call({ method: 'POST' });
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('clear-site-data')).toBeNull();
  expect(exchanges[0]?.responseHeaders).toMatchObject({ 'set-cookie': 'a=1' });
});

test('a path with the prefix that no worker writes gets 400', async () => {
  expect((await call({}, `${PREFIX}/plain/https/user%40evil.example/`)).status).toBe(400);
  expect(exchanges).toEqual([]);
});
