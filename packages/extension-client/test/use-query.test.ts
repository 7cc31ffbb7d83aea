import { signal } from '@preact/signals';
import { errorResponse, GUEST, json, networkFailure } from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApiResult } from '../src/index.ts';
import type { CallSignal } from '../src/timeout.ts';
import { createQuery } from '../src/use-query.ts';
import { clientOf } from './fake-api.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ok = <Value>(value: Value) => ({ ok: true as const, value });
const flush = () => vi.advanceTimersByTimeAsync(0);

test('fetches at once, and has no result while pending', async () => {
  const query = createQuery(async () => ok('value'));
  expect(query.result.value).toBeUndefined();
  await flush();
  expect(query.result.value).toEqual(ok('value'));
});

test('refetches, and has no result meanwhile', async () => {
  const fetcher = vi.fn(async () => ok(fetcher.mock.calls.length));
  const query = createQuery(fetcher);
  await flush();
  query.refetch();
  expect(query.result.value).toBeUndefined();
  await flush();
  expect(query.result.value).toEqual(ok(2));
});

test('fetches again when a signal changes, aborts the pending call and drops its result', async () => {
  const buyer = signal('old');
  const calls: Record<string, { respond: () => void; signal: CallSignal }> = {};
  const query = createQuery((abortSignal) => {
    const name = buyer.value;
    return new Promise<ApiResult<string>>((resolve) => {
      calls[name] = { respond: () => resolve(ok(name)), signal: abortSignal };
    });
  });
  buyer.value = 'new';
  expect(calls.old!.signal.aborted).toBe(true);
  expect(calls.new!.signal.aborted).toBe(false);
  calls.new!.respond();
  await flush();
  calls.old!.respond();
  await flush();
  expect(query.result.value).toEqual(ok('new'));
});

test('fetches nothing while the fetcher returns undefined', async () => {
  const isReady = signal(false);
  const query = createQuery(() => (isReady.value ? Promise.resolve(ok('value')) : undefined));
  await flush();
  expect(query.result.value).toBeUndefined();
  isReady.value = true;
  await flush();
  expect(query.result.value).toEqual(ok('value'));
});

test('aborts the pending call when disposed, and fetches no more', async () => {
  const buyer = signal(1);
  const fetcher = vi.fn((_signal: CallSignal) => {
    void buyer.value;
    return new Promise<never>(() => {});
  });
  const query = createQuery(fetcher);
  query.dispose();
  expect(fetcher.mock.calls[0]![0].aborted).toBe(true);
  buyer.value = 2;
  query.refetch();
  expect(fetcher).toHaveBeenCalledOnce();
});

test('retries only the last of six calls', async () => {
  const fetch = vi.fn(networkFailure);
  const getToken = vi.fn(async () => 'token-1');
  const client = clientOf({ fetch }, { getToken });
  const query = createQuery((abortSignal) => client.readSession(abortSignal));
  for (let press = 1; press <= 5; press++) {
    await flush();
    query.refetch();
  }
  await vi.runAllTimersAsync();
  expect(query.result.value).toEqual({ ok: false, reason: 'offline' });
  // One attempt of each aborted call, three of the last: 18 without the abort.
  expect(fetch).toHaveBeenCalledTimes(5 + 3);
  expect(getToken).toHaveBeenCalledTimes(5 + 3);
});

test('sends nothing for calls that are replaced before the token arrives', async () => {
  const fetch = vi.fn(async () => json(200, GUEST));
  const query = createQuery((abortSignal) => clientOf({ fetch }).readSession(abortSignal));
  for (let press = 1; press <= 5; press++) query.refetch();
  await vi.runAllTimersAsync();
  expect(fetch).toHaveBeenCalledOnce();
});

test('stops the retries when disposed during a pause', async () => {
  const fetch = vi.fn(async () => errorResponse('overloaded', { status: 503, retryable: true }));
  const query = createQuery((abortSignal) => clientOf({ fetch }).readSession(abortSignal));
  await flush();
  query.dispose();
  await vi.runAllTimersAsync();
  expect(fetch).toHaveBeenCalledOnce();
});
