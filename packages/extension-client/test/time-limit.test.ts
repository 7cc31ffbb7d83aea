import { GUEST, json, networkFailure, noAnswer } from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf, createFakeApi } from './fake-api.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TIMEOUT = { ok: false, reason: 'timeout' };

test('gives up after ten seconds without an answer, and not a moment before', async () => {
  const settled = vi.fn();
  void clientOf(createFakeApi(noAnswer)).readSession().then(settled);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledWith(TIMEOUT);
});

test('aborts the request that it no longer waits for', async () => {
  const api = createFakeApi(noAnswer);
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(49);
  expect(api.requests[0]!.init.signal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(api.requests[0]!.init.signal?.aborted).toBe(true);
  expect(await result).toEqual(TIMEOUT);
});

test('keeps the limit in a worker without AbortController', async () => {
  vi.stubGlobal('AbortController', undefined);
  const api = createFakeApi(noAnswer);
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
  expect(api.requests[0]!.init.signal).toBeNull();
});

test('counts a body that never ends', async () => {
  const api = createFakeApi(async () => Object.assign(json(200, GUEST), { text: noAnswer }));
  const result = clientOf(api, { timeoutMs: 50 }).readSession();
  await vi.advanceTimersByTimeAsync(50);
  expect(await result).toEqual(TIMEOUT);
});

test('counts a host that is slow with the token, and sends nothing once it comes', async () => {
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

test('covers the retries, and sends none once it is over', async () => {
  const api = createFakeApi(networkFailure, networkFailure);
  const result = clientOf(api, { timeoutMs: 100 }).readSession();
  await vi.advanceTimersByTimeAsync(100);
  expect(await result).toEqual(TIMEOUT);
  await vi.runAllTimersAsync();
  expect(api.requests).toHaveLength(1);
});

test('leaves no timer behind', async () => {
  await clientOf(createFakeApi(json(200, GUEST))).readSession();
  expect(vi.getTimerCount()).toBe(0);
});
