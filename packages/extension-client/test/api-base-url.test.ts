import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { afterEach, expect, test, vi } from 'vitest';
import { readApiBaseUrl } from '../src/index.ts';
import { clientOf, createFakeApi } from './fake-api.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test.each([
  ['https://api.example.com', 'https://api.example.com/api/session-token'],
  ['https://api.example.com/', 'https://api.example.com/api/session-token'],
  ['  https://api.example.com//  ', 'https://api.example.com/api/session-token'],
  ['https://api.example.com:8443/points/v1.2/', 'https://api.example.com:8443/points/v1.2/api/session-token'],
  ['https://api.example.com:65535', 'https://api.example.com:65535/api/session-token'],
  ['https://api.example.com:1', 'https://api.example.com:1/api/session-token'],
  ['https://192.168.1.20:3000', 'https://192.168.1.20:3000/api/session-token'],
  ['HTTPS://API.example.com', 'HTTPS://API.example.com/api/session-token'],
  ['https://localhost:3000', 'https://localhost:3000/api/session-token'],
  ['http://localhost:3000', 'http://localhost:3000/api/session-token'],
  ['http://localhost', 'http://localhost/api/session-token'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000/api/session-token'],
  ['http://[::1]:3000', 'http://[::1]:3000/api/session-token'],
])('calls the API at %j', async (apiBaseUrl, url) => {
  const api = createFakeApi(json(200, GUEST));
  expect(await clientOf(api, { apiBaseUrl }).readSession()).toMatchObject({ ok: true });
  expect(api.requests[0]!.url).toBe(url);
  // The browser calls exactly what the pattern accepted: the same host and path.
  const { hostname, pathname, username } = new URL(url);
  expect([url.toLowerCase().includes(`//${hostname}`), url.endsWith(pathname), username]).toEqual([
    true,
    true,
    '',
  ]);
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['no scheme', 'api.example.com'],
  ['no host', 'https://'],
  ['only a path', '/api'],
  ['another scheme', 'ftp://api.example.com'],
  ['a script', 'javascript:alert(1)'],
  ['plain HTTP to another machine', 'http://api.example.com'],
  ['plain HTTP to a host name that begins like loopback', 'http://localhost.example.com'],
  ['plain HTTP to a name without dots', 'http://intranet'],
  ['plain HTTP to another address', 'http://127.0.0.10'],
  ['plain HTTP with loopback as user name', 'http://localhost@example.com'],
  ['plain HTTP with loopback as credentials', 'http://localhost:x@evil.example'],
  ['plain HTTP with loopback and a number as credentials', 'http://localhost:3000@evil.example'],
  ['HTTPS with a port of letters', 'https://api.example.com:x'],
  ['HTTPS with an empty port', 'https://api.example.com:'],
  ['port 0', 'https://api.example.com:0'],
  ['port 65536', 'https://api.example.com:65536'],
  ['credentials', 'https://user:password@api.example.com'],
  ['a user name', 'https://user@api.example.com'],
  ['a query', 'https://api.example.com?shop=1'],
  ['a fragment', 'https://api.example.com/#top'],
  ['a blank within', 'https://api.example .com'],
  ['a line break within', 'https://api.example.com\n.evil.example'],
  ['a tab within', 'https://api.example.com/\tpoints'],
  ['a second line', 'https://api.example.com\nhttps://evil.example'],
  ['a backslash', 'https://api.example.com\\@evil.example'],
  ['an encoded character in the host', 'https://api%2eexample.com'],
  ['a full-width dot in the host', 'https://api。example.com'],
  ['an empty label', 'https://api..example.com'],
  ['a parent segment', 'https://api.example.com/points/..'],
  ['a parent segment within', 'https://api.example.com/../points'],
  ['a dot segment', 'https://api.example.com/./points'],
  ['an encoded parent segment', 'https://api.example.com/%2e%2e/points'],
  ['an encoded slash', 'https://api.example.com/a%2fb'],
  ['an empty segment', 'https://api.example.com//points'],
  ['parameters of a segment', 'https://api.example.com/points;a=b'],
  ['the variable name', 'process.env.APP_URL'],
])('sends no token to a base URL with %s', async (_what, apiBaseUrl) => {
  const api = createFakeApi();
  const getToken = vi.fn(async () => 'token-1');
  expect(await clientOf(api, { apiBaseUrl, getToken }).readSession()).toEqual({
    ok: false,
    reason: 'invalid_base_url',
  });
  expect(api.requests).toEqual([]);
  expect(getToken).not.toHaveBeenCalled();
});

test('reads the base URL from APP_URL', () => {
  vi.stubEnv('APP_URL', 'https://api.example.com');
  expect(readApiBaseUrl()).toBe('https://api.example.com');
});

test('reads an empty base URL when the build had no APP_URL', () => {
  vi.stubEnv('APP_URL', undefined);
  expect(readApiBaseUrl()).toBe('');
  vi.stubGlobal('process', undefined);
  expect(readApiBaseUrl()).toBe('');
});
