import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWritesApp, type WritesApp } from './writes-app.ts';

let app: WritesApp;
beforeAll(async () => {
  app = await createWritesApp();
});
beforeEach(() => app.reset());
afterAll(() => app.app.close());

const isReplay = (response: { headers: Record<string, unknown> }) =>
  response.headers['idempotency-replayed'] === 'true';

test.each([
  ['customer', () => app.mint()],
  ['guest', () => app.mint({ sub: undefined, jti: 'one-token' })],
])('separates the routes of one %s: the same key may be used once on each', async (_caller, mint) => {
  const first = await app.post('write', mint(), { points: 5 }, 'key-1');
  const other = await app.post('other', mint(), { points: 5 }, 'key-1');

  expect([first.statusCode, other.statusCode]).toEqual([201, 201]);
  expect(isReplay(other)).toBe(false);
  expect(await app.written()).toEqual([5, 5]);
});

test('separates the methods of one route', async () => {
  await app.write(app.mint(), 5, 'key-1');
  const put = await app.app.inject({
    method: 'PUT',
    url: '/test/write',
    headers: { authorization: `Bearer ${app.mint()}`, 'idempotency-key': 'key-1' },
    payload: { points: 5 },
  });

  expect([put.statusCode, isReplay(put)]).toEqual([201, false]);
  expect(await app.written()).toEqual([5, 5]);
});

test.each([
  ['another customer of the shop', { sub: 'gid://shopify/Customer/43' }],
  [
    'a customer with the same number in another shop',
    { dest: 'b.myshopify.com', iss: 'https://b.myshopify.com/checkouts' },
  ],
])('separates the callers: %s may use the same key', async (_caller, claims) => {
  await app.write(app.mint(), 5, 'key-1');
  const other = await app.write(app.mint(claims), 5, 'key-1');

  expect([other.statusCode, isReplay(other)]).toEqual([201, false]);
});

test('separates a staff user from the customer with the same number', async () => {
  await app.post('anyone', app.asStaff(), { points: 5 }, 'key-1');
  const customer = app.mint({ sub: 'gid://shopify/Customer/91' });
  const response = await app.post('anyone', customer, { points: 5 }, 'key-1');

  expect([response.statusCode, isReplay(response)]).toEqual([201, false]);
});

test('replays a body whose fields come in another order', async () => {
  await app.post('write', app.mint(), { points: 5, padding: { a: 1, b: [{ c: 2, d: 3 }] } }, 'key-1');
  const body = { padding: { b: [{ d: 3, c: 2 }], a: 1 }, points: 5 };
  const retry = await app.post('write', app.mint(), body, 'key-1');

  expect([retry.statusCode, isReplay(retry)]).toEqual([201, true]);
});

test.each([
  ['another customer in the path', 'customers/43', { points: 5 }],
  ['another value in the query', 'customers/42?dry=1', { points: 5 }],
  ['another body', 'customers/42', { points: 6 }],
  ['one more field in the body', 'customers/42', { points: 5, padding: 'x' }],
  ['a number as text', 'customers/42', { points: '5' }],
  ['list entries in another order', 'customers/42', { points: 5, padding: [2, 1] }],
])('rejects a key that is reused with %s', async (_change, path, body) => {
  const first = Array.isArray((body as { padding?: unknown }).padding)
    ? { points: 5, padding: [1, 2] }
    : { points: 5 };
  await app.post('customers/42', app.asStaff(), first, 'key-1');
  const reused = await app.post(path, app.asStaff(), body, 'key-1');

  expect(reused.statusCode).toBe(422);
  expect(reused.json().code).toBe('idempotency_key_reused');
  expect(await app.written()).toHaveLength(1);
});

test('requires the header on a route with `requireKey`', async () => {
  const missing = await app.post('key-required', app.mint(), { points: 5 });
  expect([missing.statusCode, missing.json().code]).toEqual([400, 'idempotency_key_required']);
  expect((await app.post('key-required', app.mint(), { points: 5 }, 'key-1')).statusCode).toBe(201);
  expect(await app.written()).toEqual([5]);
});

test.each([
  ['the buyer who is logged in', 'write', () => app.mint(), '42'],
  ['nobody, for a guest', 'write', () => app.mint({ sub: undefined }), null],
  ['the customer in the path, for staff', 'customers/44', () => app.asStaff(), '44'],
  ['the customer that a staff route passes', 'about-43', () => app.asStaff(), '43'],
  ['nobody, if a staff route says so', 'about-nobody', () => app.asStaff(), null],
])('records that a write is about %s', async (_customer, path, mint, customerId) => {
  await app.post(path, mint(), { points: 5 }, 'key-1');

  expect(await app.records()).toEqual([
    expect.objectContaining({ shop: 'sandbox.myshopify.com', customer_id: customerId }),
  ]);
});

test('fails before the write if a staff route does not name a customer', async () => {
  const response = await app.post('unclear', app.asStaff(), { points: 5 }, 'key-1');

  expect(response.statusCode).toBe(500);
  expect(app.logLines().at(-2)).toMatchObject({
    err: { message: '/test/unclear must pass customerId, or null' },
  });
  expect(await app.written()).toEqual([]);
});
