import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../database/databases.ts';
import { NOW } from '../test-app.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

const at = new Date(NOW).toISOString();
const WELCOME = { sequence: 1, kind: 'welcome', points: 100, balance: 100, createdAt: at };

describe.each(DATABASES)('loyalty on %s', (_name, createDatabase) => {
  let loyalty: LoyaltyApp;
  let nextCustomer = 1;
  beforeAll(async () => {
    loyalty = await createLoyaltyApp({ database: await createDatabase() });
  });
  afterAll(() => loyalty.app.close());

  const newCustomer = () => String(nextCustomer++);
  async function newMember(): Promise<string> {
    const customerId = newCustomer();
    await loyalty.enroll(loyalty.asCustomer(customerId));
    return customerId;
  }

  test('returns the points that joining credits to a customer who has not joined', async () => {
    const response = await loyalty.balance(loyalty.asCustomer(newCustomer()));

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ enrolled: false, welcomePoints: 100 });
  });

  test('rejects guests and staff on the routes for customers', async () => {
    for (const token of [loyalty.mint(), loyalty.asStaff()]) {
      for (const response of [await loyalty.balance(token), await loyalty.enroll(token)]) {
        expect(response.statusCode).toBe(403);
        expect(response.json().code).toBe('customer_required');
      }
    }
  });

  test('credits the welcome points on joining', async () => {
    const customerId = newCustomer();
    const response = await loyalty.enroll(loyalty.asCustomer(customerId));

    const account = { enrolled: true, balance: 100, enrolledAt: at, entries: [WELCOME] };
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({ creditedPoints: 100, account });
    expect((await loyalty.balance(loyalty.asCustomer(customerId))).json()).toEqual(account);
  });

  test('credits nothing to a customer who joins again with another token', async () => {
    const customerId = await newMember();
    const response = await loyalty.enroll(loyalty.asCustomer(customerId));

    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ creditedPoints: 0, account: { balance: 100 } });
  });

  test('replays the first response if the same token joins twice', async () => {
    const token = loyalty.asCustomer(newCustomer());
    const first = await loyalty.enroll(token);
    const second = await loyalty.enroll(token);

    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  test('lets staff add and take points, and shows the entries to the customer', async () => {
    const customerId = await newMember();
    const staff = loyalty.asStaff();
    const added = await loyalty.adjust(staff, customerId, { points: 50, reason: 'A sorry for the wait' });
    const taken = await loyalty.adjust(staff, customerId, { points: -150, reason: 'Redeemed' });

    expect(added.statusCode).toBe(201);
    expect(added.json()).toEqual({
      customerId,
      entry: {
        sequence: 2,
        kind: 'adjustment',
        points: 50,
        balance: 150,
        reason: 'A sorry for the wait',
        createdAt: at,
      },
    });
    expect(taken.json().entry).toMatchObject({ points: -150, balance: 0 });
    const account = (await loyalty.lookUp(staff, customerId)).json();
    expect(account).toMatchObject({ customerId, enrolled: true, balance: 0 });
    expect(account.entries.map((entry: { sequence: number }) => entry.sequence)).toEqual([3, 2, 1]);
    const own = (await loyalty.balance(loyalty.asCustomer(customerId))).json();
    expect({ customerId, ...own }).toEqual(account);
  });

  test('returns the latest ten entries', async () => {
    const customerId = await newMember();
    for (let count = 0; count < 10; count += 1) {
      await loyalty.adjust(loyalty.asStaff(), customerId, { points: 1, reason: 'x' });
    }
    const { balance, entries } = (await loyalty.lookUp(loyalty.asStaff(), customerId)).json();

    expect(balance).toBe(110);
    expect(entries.map((entry: { sequence: number }) => entry.sequence)).toEqual([
      11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
    ]);
  });

  test.each([
    [-100, 201, 0],
    [-101, 409, 100],
  ])('takes %i of 100 points: %i, leaving %i', async (points, status, left) => {
    const customerId = await newMember();
    const response = await loyalty.adjust(loyalty.asStaff(), customerId, { points, reason: 'Redeemed' });

    expect(response.statusCode).toBe(status);
    if (status === 409)
      expect(response.json()).toMatchObject({ code: 'insufficient_points', retryable: false });
    expect((await loyalty.lookUp(loyalty.asStaff(), customerId)).json().balance).toBe(left);
  });

  test('answers 404 for a customer who has not joined', async () => {
    const customerId = newCustomer();
    const body = { points: 1, reason: 'x' };
    for (const response of [
      await loyalty.lookUp(loyalty.asStaff(), customerId),
      await loyalty.adjust(loyalty.asStaff(), customerId, body),
    ]) {
      expect(response.statusCode).toBe(404);
      expect(response.json().code).toBe('customer_not_enrolled');
    }
    expect((await loyalty.balance(loyalty.asCustomer(customerId))).json().enrolled).toBe(false);
  });

  test('rejects customers on the staff routes', async () => {
    const customerId = await newMember();
    const token = loyalty.asCustomer(customerId);
    for (const response of [
      await loyalty.lookUp(token, customerId),
      await loyalty.adjust(token, customerId, { points: 1000, reason: 'for me' }),
    ]) {
      expect(response.statusCode).toBe(403);
      expect(response.json().code).toBe('staff_required');
    }
  });

  test.each([
    ['no points', { reason: 'x' }],
    ['0 points', { points: 0, reason: 'x' }],
    ['half a point', { points: 1.5, reason: 'x' }],
    ['points as text', { points: '5', reason: 'x' }],
    ['points as a boolean', { points: true, reason: 'x' }],
    ['more points than one adjustment may add', { points: 100_001, reason: 'x' }],
    ['more points than one adjustment may take', { points: -100_001, reason: 'x' }],
    ['no reason', { points: 1 }],
    ['a blank reason', { points: 1, reason: '   ' }],
    ['a reason of two lines', { points: 1, reason: 'a\nb' }],
    ['a NUL in the reason, which PostgreSQL cannot store', { points: 1, reason: 'a\u0000b' }],
    ['a C1 control character in the reason', { points: 1, reason: 'a\u0085b' }],
    ['a bidi override in the reason', { points: 1, reason: 'a\u202eb' }],
    ['a line separator in the reason', { points: 1, reason: 'a\u2028b' }],
    ['a lone surrogate in the reason', { points: 1, reason: 'a\ud800b' }],
    ['an invisible reason', { points: 1, reason: '\u200b\u3164' }],
    ['a reason of 201 emoji', { points: 1, reason: '😀'.repeat(201) }],
    ['a reason of 201 characters', { points: 1, reason: 'x'.repeat(201) }],
    ['an unknown field', { points: 1, reason: 'x', shop: 'other.myshopify.com' }],
  ])('rejects an adjustment with %s', async (_body, body) => {
    const customerId = await newMember();
    const response = await loyalty.adjust(loyalty.asStaff(), customerId, body);

    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('invalid_request');
    expect((await loyalty.lookUp(loyalty.asStaff(), customerId)).json().entries).toHaveLength(1);
  });

  test.each([
    ['200 letters of two bytes', 'é'.repeat(200)],
    ['200 emoji', '😀'.repeat(200)],
    ['an emoji of several code points', '👩\u200d👧 x'],
    ['Hebrew with a direction mark', 'שלום\u200f!'],
  ])('stores and returns a reason unchanged: %s', async (_reason, reason) => {
    const customerId = await newMember();
    const response = await loyalty.adjust(loyalty.asStaff(), customerId, { points: 100_000, reason });

    expect(response.statusCode).toBe(201);
    expect(response.json().entry).toMatchObject({ balance: 100_100, reason });
    const account = (await loyalty.lookUp(loyalty.asStaff(), customerId)).json();
    expect(account.entries[0]).toMatchObject({ reason });
  });

  test.each(['%00', '42%00', '4%0A2', '%E2%80%AE42', '%ED%A0%80', '42%20'])(
    'rejects the customer %s in the path',
    async (customerId) => {
      const responses = [
        await loyalty.lookUp(loyalty.asStaff(), customerId),
        await loyalty.adjust(loyalty.asStaff(), customerId, { points: 1, reason: 'x' }),
      ];

      for (const response of responses) expect([400, 404]).toContain(response.statusCode);
    },
  );

  test('distinguishes ids above 2^53', async () => {
    await loyalty.enroll(loyalty.asCustomer('9007199254740993'));

    expect((await loyalty.lookUp(loyalty.asStaff(), '9007199254740993')).statusCode).toBe(200);
    expect((await loyalty.lookUp(loyalty.asStaff(), '9007199254740992')).statusCode).toBe(404);
  });
});
