import { errorResponse, GUEST, json, networkFailure } from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ApiRequest, createSender } from '../src/request.ts';
import { clientOf, createFakeApi, createFakeHost } from './fake-api.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const settled = async <Value>(result: Promise<Value>) => {
  await vi.runAllTimersAsync();
  return result;
};

const overloaded = async () => errorResponse('overloaded', { status: 503, retryable: true });

const write = (api: ReturnType<typeof createFakeApi>, request: Partial<ApiRequest>) =>
  createSender({
    apiBaseUrl: 'https://api.example.com',
    getToken: createFakeHost().getToken,
    fetch: api.fetch,
  })({ path: '/api/writes', method: 'POST', body: { points: 5 }, ...request }, () => true);

test('retries at once with a fresh token when the first one expired', async () => {
  const api = createFakeApi(errorResponse('expired', { retryable: true }), json(200, GUEST));
  const result = clientOf(api).readSession();
  await vi.advanceTimersByTimeAsync(0);
  expect(await result).toMatchObject({ ok: true });
  expect(api.requests.map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('gives up when the fresh token expired too', async () => {
  const api = createFakeApi(
    errorResponse('expired', { retryable: true }),
    errorResponse('expired', { retryable: true }),
  );
  expect(await settled(clientOf(api).readSession())).toMatchObject({ reason: 'rejected', code: 'expired' });
  expect(api.requests).toHaveLength(2);
});

test('retries even a write without a key when its token expired', async () => {
  const api = createFakeApi(errorResponse('expired', { retryable: true }), json(200, {}));
  expect(await settled(write(api, {}))).toMatchObject({ ok: true });
});

test.each([
  ['429', () => Promise.resolve(errorResponse('rate_limited', { status: 429, retryable: true }))],
  ['503', () => Promise.resolve(errorResponse('overloaded', { status: 503, retryable: true }))],
  ['502 of a gateway', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 })],
  ['504 of a gateway', async () => new Response('', { status: 504 })],
  ['network failure', networkFailure],
])('retries a read with a fresh token each time after a %s', async (_what, failure) => {
  const api = createFakeApi(failure, failure, json(200, GUEST));
  expect(await settled(clientOf(api).readSession())).toMatchObject({ ok: true });
  expect(api.requests.map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-3',
  ]);
});

test('returns the last failure after two retries', async () => {
  const api = createFakeApi(networkFailure, networkFailure, async () =>
    errorResponse('overloaded', { status: 503, retryable: true }),
  );
  expect(await settled(clientOf(api).readSession())).toMatchObject({
    reason: 'rejected',
    code: 'overloaded',
  });
  expect(api.requests).toHaveLength(3);
});

test.each([
  ['an error that is not retryable', errorResponse('overloaded', { status: 503 })],
  ['a retryable error of another status', errorResponse('not_yet_valid', { retryable: true })],
  ['an internal error', errorResponse('internal_error', { status: 500, retryable: true })],
  ['a foreign 500', new Response('oops', { status: 500 })],
  ['a foreign 501', new Response('oops', { status: 501 })],
  ['a foreign 505', new Response('oops', { status: 505 })],
])('does not retry a read after %s', async (_what, response) => {
  const api = createFakeApi(response);
  expect(await settled(clientOf(api).readSession())).toMatchObject({ ok: false });
  expect(api.requests).toHaveLength(1);
});

test('never retries a write without a key, which may have succeeded', async () => {
  for (const request of [{}, { idempotencyKey: '' }]) {
    for (const failure of [networkFailure, overloaded]) {
      const api = createFakeApi(failure);
      expect(await settled(write(api, request))).toMatchObject({ ok: false });
      expect(api.requests).toHaveLength(1);
    }
  }
});

test('retries a write with the same key, body and method', async () => {
  const api = createFakeApi(
    networkFailure,
    async () => errorResponse('overloaded', { status: 503, retryable: true }),
    json(200, {}),
  );
  expect(await settled(write(api, { idempotencyKey: 'key-1' }))).toMatchObject({ ok: true });
  expect(api.requests.map(({ init }) => [init.method, init.body])).toEqual(
    Array(3).fill(['POST', '{"points":5}']),
  );
  expect(api.requests.map(({ headers }) => headers)).toEqual(
    [1, 2, 3].map((attempt) => ({
      Authorization: `Bearer token-${attempt}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'key-1',
    })),
  );
});

test('waits for the same write that is still pending', async () => {
  const api = createFakeApi(
    errorResponse('idempotency_in_progress', {
      status: 409,
      retryable: true,
      headers: { 'Retry-After': '1' },
    }),
    json(200, {}),
  );
  expect(await settled(write(api, { idempotencyKey: 'key-1' }))).toMatchObject({ ok: true });
  expect(api.requests.map(({ headers }) => headers['Idempotency-Key'])).toEqual(['key-1', 'key-1']);
});

test('pauses longer before each retry', async () => {
  const api = createFakeApi(networkFailure, networkFailure, networkFailure);
  const result = clientOf(api).readSession();
  const sentAfter = async (pauseMs: number) => {
    await vi.advanceTimersByTimeAsync(pauseMs);
    return api.requests.length;
  };
  expect(await sentAfter(449)).toBe(1);
  expect(await sentAfter(1)).toBe(2);
  expect(await sentAfter(899)).toBe(2);
  expect(await sentAfter(1)).toBe(3);
  expect(await result).toMatchObject({ reason: 'offline' });
});

test('waits for Retry-After', async () => {
  const api = createFakeApi(
    errorResponse('rate_limited', { status: 429, retryable: true, headers: { 'Retry-After': '3' } }),
    json(200, GUEST),
  );
  const result = clientOf(api).readSession();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(api.requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await result).toMatchObject({ ok: true });
});

test('returns a longer Retry-After instead of keeping the buyer waiting', async () => {
  const api = createFakeApi(
    errorResponse('overloaded', { status: 503, retryable: true, headers: { 'Retry-After': '4' } }),
  );
  expect(await settled(clientOf(api).readSession())).toMatchObject({
    reason: 'rejected',
    retryAfterSeconds: 4,
  });
  expect(api.requests).toHaveLength(1);
});

test.each(['soon', '-1', '1.5', 'Wed, 25 Nov 2026 00:00:00 GMT'])(
  'uses its own pause when Retry-After is %j',
  async (header) => {
    const api = createFakeApi(
      errorResponse('rate_limited', { status: 429, retryable: true, headers: { 'Retry-After': header } }),
      json(200, GUEST),
    );
    const result = clientOf(api).readSession();
    await vi.advanceTimersByTimeAsync(450);
    expect(await result).toMatchObject({ ok: true });
  },
);
