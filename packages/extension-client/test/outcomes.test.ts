import { errorResponse, GUEST, json, networkFailure } from '@session-token/extension-testing/fake-server';
import { afterEach, expect, test, vi } from 'vitest';
import { clientOf, createFakeApi, staffClientOf } from './fake-api.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a buyer', clientOf],
  ['staff', staffClientOf],
])('returns the verified session to %s', async (_who, clientFor) => {
  const api = createFakeApi(json(200, GUEST));
  expect(await clientFor(api).readSession()).toEqual({ ok: true, value: GUEST });
  expect(api.requests).toMatchObject([
    { url: 'https://api.example.com/api/session-token', init: { method: 'GET', body: null } },
  ]);
  expect(api.requests[0]!.headers).toEqual({ Authorization: 'Bearer token-1' });
});

test('gives buyers and staff only the session in common', () => {
  const [ofBuyers, ofStaff] = [clientOf, staffClientOf].map((clientFor) =>
    Object.keys(clientFor(createFakeApi())),
  );
  expect(ofBuyers!.filter((name) => ofStaff!.includes(name))).toEqual(['readSession']);
});

test('asks for a token before each call and keeps none', async () => {
  const api = createFakeApi(json(200, GUEST), json(200, GUEST));
  const client = clientOf(api);
  await client.readSession();
  await client.readSession();
  expect(api.requests.map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('returns every field of an error response', async () => {
  const api = createFakeApi(errorResponse('wrong_audience'));
  expect(await clientOf(api).readSession()).toEqual({
    ok: false,
    reason: 'rejected',
    status: 401,
    code: 'wrong_audience',
    message: 'for the developer',
    requestId: 'req-1',
    retryable: false,
    retryAfterSeconds: undefined,
  });
});

test('accepts an error response that has only a code', async () => {
  const api = createFakeApi(json(403, { code: 'from_the_future' }));
  expect(await clientOf(api).readSession()).toMatchObject({
    reason: 'rejected',
    code: 'from_the_future',
    message: '',
    requestId: '',
    retryable: false,
  });
});

test.each(['true', 1, {}, null, undefined])('treats retryable: %j as false', async (retryable) => {
  const api = createFakeApi(json(403, { code: 'from_the_future', retryable }));
  expect(await clientOf(api).readSession()).toMatchObject({ reason: 'rejected', retryable: false });
});

test.each([
  ['an HTML page', 200, '<!doctype html>'],
  ['an empty body', 200, ''],
  ['half of a JSON text', 200, '{"kind":"buyer","shop":"sand'],
  ['null', 200, 'null'],
  ['a text', 200, '"buyer"'],
  ['a list', 200, '[{"kind":"buyer"}]'],
  ['another object', 200, '{"status":"ok"}'],
  ['a session without its shop', 200, '{"kind":"buyer"}'],
  ['an error object', 200, '{"code":"expired"}'],
  ["a gateway's error page", 500, '<h1>Internal Server Error</h1>'],
  ['an error object without a code', 404, '{"error":"no such tunnel"}'],
  ['an error whose code is a number', 400, '{"code":42}'],
])('calls %s with status %i an unexpected response', async (_what, status, body) => {
  const api = createFakeApi(new Response(body, { status }));
  expect(await clientOf(api).readSession()).toEqual({ ok: false, reason: 'unexpected_response', status });
});

test.each([
  ['undefined', undefined],
  ['empty', ''],
])('reports a withheld token when it is %s, and sends nothing', async (_what, token) => {
  const api = createFakeApi();
  const client = clientOf(api, { getToken: async () => token });
  expect(await client.readSession()).toEqual({ ok: false, reason: 'token_withheld' });
  expect(api.requests).toEqual([]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('not in the editor'))],
  [
    'throws',
    () => {
      throw new Error('not in the editor');
    },
  ],
])('reports a failed token when the getter %s', async (_how, getToken) => {
  const api = createFakeApi();
  expect(await clientOf(api, { getToken }).readSession()).toEqual({ ok: false, reason: 'token_failed' });
  expect(api.requests).toEqual([]);
});

test.each([
  ['the network fails', networkFailure],
  [
    'the response is truncated',
    async () => {
      const text = () => Promise.reject(new TypeError('terminated'));
      return Object.assign(json(200, GUEST), { text });
    },
  ],
  ['the host aborts the request', () => Promise.reject(new DOMException('gone', 'AbortError'))],
  ['the rejection has no reason', () => Promise.reject(undefined)],
])('reports offline when %s', async (_how, respond) => {
  vi.useFakeTimers();
  const result = clientOf(createFakeApi(respond, respond, respond)).readSession();
  await vi.runAllTimersAsync();
  expect(await result).toEqual({ ok: false, reason: 'offline' });
  vi.useRealTimers();
});

test.each([
  ['a plain Error, as checkout throws', new Error("Fetches to the iframe's origin are not allowed.")],
  ['an InsecureUrlError, as POS throws', Object.assign(new Error('no'), { name: 'InsecureUrlError' })],
  ['another error of the host', Object.assign(new Error('no'), { name: 'NetworkAccessError' })],
])('reports a blocked call when fetch rejects with %s, and does not retry', async (_what, error) => {
  const api = createFakeApi(() => Promise.reject(error));
  expect(await clientOf(api).readSession()).toEqual({ ok: false, reason: 'fetch_blocked' });
  expect(api.requests).toHaveLength(1);
});

test('reports a blocked call if the worker has no fetch', async () => {
  vi.stubGlobal('fetch', undefined);
  const client = clientOf({ fetch: undefined as unknown as typeof fetch });
  expect(await client.readSession()).toEqual({ ok: false, reason: 'fetch_blocked' });
});

test('uses the global fetch at the time of the request', async () => {
  const client = clientOf({ fetch: undefined as unknown as typeof fetch });
  const api = createFakeApi(json(200, GUEST));
  vi.stubGlobal('fetch', api.fetch);
  expect(await client.readSession()).toMatchObject({ ok: true });
});
