import {
  errorResponse,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeApi, staffClientOf } from '../fake-api.ts';
import { ENTRY, MEMBER } from './accounts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CUSTOMERS = 'https://api.example.com/api/loyalty/customers';

test('looks a customer up', async () => {
  const api = createFakeApi(json(200, { customerId: '7', ...MEMBER }));
  expect(await staffClientOf(api).findCustomer('7')).toEqual({
    ok: true,
    value: { customerId: '7', ...MEMBER },
  });
  expect(api.requests).toMatchObject([{ url: `${CUSTOMERS}/7`, init: { method: 'GET' } }]);
});

test('keeps any typed ID within its segment of the path', async () => {
  const api = createFakeApi(errorResponse('invalid_request', { status: 400 }));
  await staffClientOf(api).findCustomer('../../session-token?x#y');
  expect(api.requests[0]!.url).toBe(`${CUSTOMERS}/..%2F..%2Fsession-token%3Fx%23y`);
});

test('adjusts with one key for all retries', async () => {
  const adjusted = { customerId: '7', entry: { ...ENTRY, kind: 'adjustment', points: -5, balance: 45 } };
  const api = createFakeApi(networkFailure, networkFailure, json(201, adjusted));
  const result = staffClientOf(api).adjustPoints('7', { points: -5, reason: 'Returned' }, 'key-1');
  await vi.runAllTimersAsync();
  expect(await result).toEqual({ ok: true, value: adjusted });
  expect(api.requests).toMatchObject(
    Array(3).fill({
      url: `${CUSTOMERS}/7/adjustments`,
      init: { method: 'POST', body: '{"points":-5,"reason":"Returned"}' },
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'key-1' },
    }),
  );
});

test.each(['customer_not_enrolled', 'insufficient_points', 'idempotency_key_reused', 'from_the_future'])(
  'returns the error code %s without a retry',
  async (code) => {
    const api = createFakeApi(errorResponse(code, { status: 409 }));
    expect(await staffClientOf(api).adjustPoints('7', { points: 5, reason: 'Gift' }, 'key-1')).toMatchObject({
      reason: 'rejected',
      code,
    });
    expect(api.requests).toHaveLength(1);
  },
);

test('calls an adjustment without its entry an unexpected response', async () => {
  const api = createFakeApi(json(201, { customerId: '7' }));
  expect(await staffClientOf(api).adjustPoints('7', { points: 5, reason: 'Gift' }, 'key-1')).toMatchObject({
    reason: 'unexpected_response',
    status: 201,
  });
});

test('calls a customer who is not enrolled an unexpected response', async () => {
  const api = createFakeApi(json(200, { customerId: '7', ...MEMBER, enrolled: 'yes' }));
  expect(await staffClientOf(api).findCustomer('7')).toMatchObject({ reason: 'unexpected_response' });
});

test('aborts each call through its signal', async () => {
  const controller = new AbortController();
  const api = createFakeApi(noResponse, noResponse);
  const client = staffClientOf(api);
  const results = [
    client.findCustomer('7', controller.signal),
    client.adjustPoints('7', { points: 5, reason: 'Gift' }, 'key-1', controller.signal),
  ];
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  expect(await Promise.all(results)).toEqual(Array(2).fill({ ok: false, reason: 'aborted' }));
});
