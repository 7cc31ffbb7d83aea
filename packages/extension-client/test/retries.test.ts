import { GUEST, json, networkFailure, refusal } from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApiRequest } from '../src/attempt.ts';
import { createCall } from '../src/call.ts';
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

const write = (api: ReturnType<typeof createFakeApi>, request: Partial<ApiRequest>) =>
  createCall({
    apiBaseUrl: 'https://api.example.com',
    getToken: createFakeHost().getToken,
    fetch: api.fetch,
  })({ path: '/api/writes', method: 'POST', body: { points: 5 }, ...request }, () => true);

test('asks again at once with a fresh token when the first one has expired', async () => {
  const api = createFakeApi(refusal('expired', { retryable: true }), json(200, GUEST));
  const result = clientOf(api).readSession();
  await vi.advanceTimersByTimeAsync(0);
  expect(await result).toMatchObject({ ok: true });
  expect(api.requests.map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('gives up when the fresh token has expired too', async () => {
  const api = createFakeApi(refusal('expired', { retryable: true }), refusal('expired', { retryable: true }));
  expect(await settled(clientOf(api).readSession())).toMatchObject({ reason: 'refused', code: 'expired' });
  expect(api.requests).toHaveLength(2);
});

test('sends even a write without a key again when its token had expired', async () => {
  const api = createFakeApi(refusal('expired', { retryable: true }), json(200, {}));
  expect(await settled(write(api, {}))).toMatchObject({ ok: true });
});

test.each([
  ['429', () => Promise.resolve(refusal('rate_limited', { status: 429, retryable: true }))],
  ['503', () => Promise.resolve(refusal('overloaded', { status: 503, retryable: true }))],
  ['502 of a gateway', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 })],
  ['504 of a gateway', async () => new Response('', { status: 504 })],
  ['network failure', networkFailure],
])('sends a read again, with a fresh token each time, after a %s', async (_what, failure) => {
  const api = createFakeApi(failure, failure, json(200, GUEST));
  expect(await settled(clientOf(api).readSession())).toMatchObject({ ok: true });
  expect(api.requests.map(({ headers }) => headers.Authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-3',
  ]);
});

test('gives the last failure after two retries', async () => {
  const api = createFakeApi(networkFailure, networkFailure, async () =>
    refusal('overloaded', { status: 503, retryable: true }),
  );
  expect(await settled(clientOf(api).readSession())).toMatchObject({ reason: 'refused', code: 'overloaded' });
  expect(api.requests).toHaveLength(3);
});

test.each([
  ['a refusal that is not retryable', refusal('overloaded', { status: 503 })],
  ['a retryable refusal of another kind', refusal('not_yet_valid', { retryable: true })],
  ['a fault of the server', refusal('internal_error', { status: 500, retryable: true })],
  ['a foreign 500', new Response('oops', { status: 500 })],
  ['a foreign 501', new Response('oops', { status: 501 })],
  ['a foreign 505', new Response('oops', { status: 505 })],
])('does not repeat a read after %s', async (_what, answer) => {
  const api = createFakeApi(answer);
  expect(await settled(clientOf(api).readSession())).toMatchObject({ ok: false });
  expect(api.requests).toHaveLength(1);
});

test('never repeats a write without a key, since it may have been done', async () => {
  for (const failure of [networkFailure, refusal('overloaded', { status: 503, retryable: true })]) {
    const api = createFakeApi(failure);
    expect(await settled(write(api, {}))).toMatchObject({ ok: false });
    expect(api.requests).toHaveLength(1);
  }
});

test('repeats a write with one and the same key, body and method', async () => {
  const api = createFakeApi(
    networkFailure,
    async () => refusal('overloaded', { status: 503, retryable: true }),
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

test('waits for the same write, sent before, that is still under way', async () => {
  const api = createFakeApi(
    refusal('idempotency_in_progress', { status: 409, retryable: true, headers: { 'Retry-After': '1' } }),
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

test('waits as long as Retry-After asks for', async () => {
  const api = createFakeApi(
    refusal('rate_limited', { status: 429, retryable: true, headers: { 'Retry-After': '3' } }),
    json(200, GUEST),
  );
  const result = clientOf(api).readSession();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(api.requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await result).toMatchObject({ ok: true });
});

test('hands a longer Retry-After to the caller instead of keeping the buyer waiting', async () => {
  const api = createFakeApi(
    refusal('overloaded', { status: 503, retryable: true, headers: { 'Retry-After': '4' } }),
  );
  expect(await settled(clientOf(api).readSession())).toMatchObject({
    reason: 'refused',
    retryAfterSeconds: 4,
  });
  expect(api.requests).toHaveLength(1);
});

test.each(['soon', '-1', '1.5', 'Wed, 25 Nov 2026 00:00:00 GMT'])(
  'falls back on its own pause when Retry-After is %j',
  async (header) => {
    const api = createFakeApi(
      refusal('rate_limited', { status: 429, retryable: true, headers: { 'Retry-After': header } }),
      json(200, GUEST),
    );
    const result = clientOf(api).readSession();
    await vi.advanceTimersByTimeAsync(450);
    expect(await result).toMatchObject({ ok: true });
  },
);
