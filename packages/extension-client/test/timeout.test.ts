import {
  errorResponse,
  GUEST,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf, createFakeApi } from './fake-api.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TIMEOUT = { ok: false, reason: 'timeout' };

test('times out after ten seconds, not earlier', async () => {
  const settled = vi.fn();
  void clientOf(createFakeApi(noResponse)).readSession().then(settled);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledWith(TIMEOUT);
});

test('aborts the pending request', async () => {
  const api = createFakeApi(noResponse);
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(49);
  expect(api.requests[0]!.init.signal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(api.requests[0]!.init.signal?.aborted).toBe(true);
  expect(await result).toEqual(TIMEOUT);
});

test('times out in a worker without AbortController', async () => {
  vi.stubGlobal('AbortController', undefined);
  const api = createFakeApi(noResponse);
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
  expect(api.requests[0]!.init.signal).toBeNull();
});

test('includes the body', async () => {
  const api = createFakeApi(async () => Object.assign(json(200, GUEST), { text: noResponse }));
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
});

test('includes the token, and sends nothing when it arrives late', async () => {
  const api = createFakeApi();
  let release = (_token: string) => {};
  const getToken = () => new Promise<string>((resolve) => (release = resolve));
  const result = clientOf(api, { timeoutMs: 50, getToken }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
  release('late');
  await vi.runAllTimersAsync();
  expect(api.requests).toEqual([]);
});

test('includes the retries, and asks for no token after the limit', async () => {
  const api = createFakeApi(networkFailure);
  const getToken = vi.fn(async () => 'token-1');
  const result = clientOf(api, { timeoutMs: 100, getToken }).readSession();
  await vi.advanceTimersByTimeAsync(100);
  expect(await result).toEqual(TIMEOUT);
  await vi.runAllTimersAsync();
  expect(getToken).toHaveBeenCalledOnce();
  expect(api.requests).toHaveLength(1);
});

test('asks for no second token when the first one expired and the limit has passed', async () => {
  let respond = (_response: Response) => {};
  const api = createFakeApi(() => new Promise((resolve) => (respond = resolve)));
  const getToken = vi.fn(async () => 'token-1');
  const result = clientOf(api, { timeoutMs: 50, getToken }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
  respond(errorResponse('expired'));
  await vi.runAllTimersAsync();
  expect(getToken).toHaveBeenCalledOnce();
});

test('ignores a token getter that fails after the limit', async () => {
  let fail = (_error: Error) => {};
  const getToken = () => new Promise<string>((_resolve, reject) => (fail = reject));
  const result = clientOf(createFakeApi(), { timeoutMs: 50, getToken }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
  fail(new Error('late'));
  await vi.runAllTimersAsync();
});

test('leaves no timer', async () => {
  await clientOf(createFakeApi(json(200, GUEST))).readSession();
  expect(vi.getTimerCount()).toBe(0);
});
