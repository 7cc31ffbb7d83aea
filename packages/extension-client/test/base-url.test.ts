import { GUEST, json } from '@session-token/extension-testing/fake-server';
import { expect, test } from 'vitest';
import { clientOf, createFakeApi } from './fake-api.ts';

test.each([
  ['https://api.example.com', 'https://api.example.com/api/session-token'],
  ['https://api.example.com/', 'https://api.example.com/api/session-token'],
  ['  https://api.example.com//  ', 'https://api.example.com/api/session-token'],
  ['https://api.example.com:8443/points/', 'https://api.example.com:8443/points/api/session-token'],
  ['HTTPS://API.example.com', 'HTTPS://API.example.com/api/session-token'],
  ['http://localhost:3000', 'http://localhost:3000/api/session-token'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000/api/session-token'],
  ['http://[::1]:3000', 'http://[::1]:3000/api/session-token'],
])('calls the API at %j', async (apiBaseUrl, url) => {
  const api = createFakeApi(json(200, GUEST));
  expect(await clientOf(api, { apiBaseUrl }).readSession()).toMatchObject({ ok: true });
  expect(api.requests[0]!.url).toBe(url);
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['no scheme', 'api.example.com'],
  ['no host', 'https://'],
  ['a path alone', '/api'],
  ['another scheme', 'ftp://api.example.com'],
  ['script', 'javascript:alert(1)'],
  ['plain HTTP to another machine', 'http://api.example.com'],
  ['plain HTTP to a name that begins like the own machine', 'http://localhost.example.com'],
  ['plain HTTP with the own machine as user name', 'http://localhost@example.com'],
  ['credentials', 'https://user:password@api.example.com'],
  ['a query', 'https://api.example.com?shop=1'],
  ['a fragment', 'https://api.example.com/#top'],
  ['a blank within', 'https://api.example .com'],
  ['a backslash', 'https://api.example.com\\@evil.example'],
])('sends no token to a base URL with %s', async (_what, apiBaseUrl) => {
  const api = createFakeApi();
  expect(await clientOf(api, { apiBaseUrl }).readSession()).toEqual({
    ok: false,
    reason: 'invalid_base_url',
  });
  expect(api.requests).toEqual([]);
});
