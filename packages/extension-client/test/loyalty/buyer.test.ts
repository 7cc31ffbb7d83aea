import {
  errorResponse,
  json,
  networkFailure,
  noResponse,
} from '@session-token/extension-testing/fake-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf, createFakeApi } from '../fake-api.ts';
import { ENTRY, MEMBER } from './accounts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
  ['the account of a member', MEMBER],
  ['an invitation', { enrolled: false, welcomePoints: 50 }],
  ['fields of a newer server', { ...MEMBER, tier: 'gold', entries: [{ ...ENTRY, kind: 'birthday' }] }],
])('reads %s', async (_what, account) => {
  const api = createFakeApi(json(200, account));
  expect(await clientOf(api).readLoyalty()).toEqual({ ok: true, value: account });
  expect(api.requests).toMatchObject([
    { url: 'https://api.example.com/api/loyalty', init: { method: 'GET', body: null } },
  ]);
});

test.each([
  ['another object', { status: 'ok' }],
  ['a member without a balance', { ...MEMBER, balance: undefined }],
  ['a member without entries', { ...MEMBER, entries: undefined }],
  ['an entry without points', { ...MEMBER, entries: [{ ...ENTRY, points: undefined }] }],
  ['an entry with an invalid date', { ...MEMBER, entries: [{ ...ENTRY, createdAt: 'soon' }] }],
  ['an entry that is null', { ...MEMBER, entries: [null] }],
  ['an invitation without points', { enrolled: false }],
])('calls %s unexpected', async (_what, body) => {
  const api = createFakeApi(json(200, body));
  expect(await clientOf(api).readLoyalty()).toMatchObject({ reason: 'unexpected_response' });
});

test('joins with one key for all retries, each with a fresh token', async () => {
  const joined = { creditedPoints: 50, account: MEMBER };
  const api = createFakeApi(
    networkFailure,
    errorResponse('database_unavailable', { status: 503, retryable: true, headers: { 'Retry-After': '1' } }),
    json(201, joined),
  );
  const result = clientOf(api).joinLoyalty('key-1');
  await vi.runAllTimersAsync();
  expect(await result).toEqual({ ok: true, value: joined });
  expect(api.requests).toMatchObject(
    [1, 2, 3].map((attempt) => ({
      url: 'https://api.example.com/api/loyalty/enrollment',
      init: { method: 'POST', body: null },
      headers: { Authorization: `Bearer token-${attempt}`, 'Idempotency-Key': 'key-1' },
    })),
  );
});

test.each([
  ['without the account', { creditedPoints: 50 }],
  ['without the credited points', { account: MEMBER }],
])('calls a response to joining %s unexpected', async (_what, body) => {
  const api = createFakeApi(json(201, body));
  expect(await clientOf(api).joinLoyalty('key-1')).toMatchObject({ reason: 'unexpected_response' });
});

test('returns an error response with a known or unknown code', async () => {
  for (const code of ['customer_required', 'from_the_future']) {
    const api = createFakeApi(errorResponse(code, { status: 403 }));
    expect(await clientOf(api).joinLoyalty('key-1')).toMatchObject({ reason: 'rejected', code });
  }
});

test('aborts each call through its signal', async () => {
  const controller = new AbortController();
  const api = createFakeApi(noResponse, noResponse);
  const client = clientOf(api);
  const results = [client.readLoyalty(controller.signal), client.joinLoyalty('key-1', controller.signal)];
  await vi.advanceTimersByTimeAsync(0);
  controller.abort();
  expect(await Promise.all(results)).toEqual(Array(2).fill({ ok: false, reason: 'aborted' }));
});
