import { GUEST, json, networkFailure, noResponse } from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAbortController } from '../src/timeout.ts';
import { clientOf, createFakeApi } from './fake-api.ts';

const ABORTED = { ok: false, reason: 'aborted' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ['an AbortController', () => {}],
  ['a worker without AbortController', () => vi.stubGlobal('AbortController', undefined)],
])('a call that is aborted through %s', (_what, setUp) => {
  beforeEach(setUp);

  test('asks for no token if it was aborted before', async () => {
    const getToken = vi.fn(async () => 'token-1');
    const { signal, abort } = startAbort();
    abort();
    expect(await clientOf(createFakeApi(), { getToken }).readSession(signal)).toEqual(ABORTED);
    expect(getToken).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('sends nothing when the token arrives after the abort', async () => {
    let release = (_token: string) => {};
    const getToken = () => new Promise<string>((resolve) => (release = resolve));
    const api = createFakeApi();
    const { signal, abort } = startAbort();
    const result = clientOf(api, { getToken }).readSession(signal);
    abort();
    expect(await result).toEqual(ABORTED);
    release('late');
    await vi.runAllTimersAsync();
    expect(api.requests).toEqual([]);
  });

  test('does not retry, asks for no further token and leaves no timer', async () => {
    const getToken = vi.fn(async () => 'token-1');
    const api = createFakeApi(networkFailure);
    const { signal, abort } = startAbort();
    const result = clientOf(api, { getToken }).readSession(signal);
    await vi.advanceTimersByTimeAsync(100);
    abort();
    expect(await result).toEqual(ABORTED);
    expect(vi.getTimerCount()).toBe(0);
    await vi.runAllTimersAsync();
    expect(getToken).toHaveBeenCalledOnce();
    expect(api.requests).toHaveLength(1);
  });

  test('returns at once while a request is pending', async () => {
    const { signal, abort } = startAbort();
    const result = clientOf(createFakeApi(noResponse)).readSession(signal);
    await vi.advanceTimersByTimeAsync(0);
    abort();
    expect(await result).toEqual(ABORTED);
  });

  test('keeps its result if the abort comes later', async () => {
    const { signal, abort } = startAbort();
    const result = await clientOf(createFakeApi(json(200, GUEST))).readSession(signal);
    abort();
    expect(result).toMatchObject({ ok: true });
  });
});

test('aborts the pending fetch', async () => {
  const api = createFakeApi(noResponse);
  const controller = new AbortController();
  void clientOf(api).readSession(controller.signal);
  await vi.advanceTimersByTimeAsync(0);
  expect(api.requests[0]!.init.signal?.aborted).toBe(false);
  controller.abort();
  expect(api.requests[0]!.init.signal?.aborted).toBe(true);
});

test('removes its listener from a signal that outlives the call', async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await clientOf(createFakeApi(json(200, GUEST))).readSession(signal);
  expect(added).toHaveBeenCalledOnce();
  expect(removed.mock.calls).toEqual(added.mock.calls);
});

function startAbort() {
  const controller = createAbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
