import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDailyCredit } from '../../src/loyalty/daily-credit.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW, SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

const LIMIT = 1_000_000;
const OTHER_SHOP = 'other.myshopify.com';

describe.each(DATABASES)('the daily credit limit of a shop on %s', (_name, createDatabase) => {
  let nowMs: number;
  let loyalty: LoyaltyApp;
  beforeAll(async () => {
    nowMs = NOW;
    loyalty = await createLoyaltyApp({ database: await createDatabase(), now: () => nowMs });
    for (const customerId of ['1', '2']) await loyalty.enroll(loyalty.asCustomer(customerId));
  });
  beforeEach(async () => {
    nowMs = NOW;
    await loyalty.app.database.read((db) => db.deleteFrom('loyalty_daily_credits').execute());
  });
  afterAll(() => loyalty.app.close());

  const add = async (points: number, customerId = '1', staff = loyalty.asStaff()) => {
    const response = await loyalty.adjust(staff, customerId, { points, reason: 'x' });
    return response.json().code ?? response.statusCode;
  };
  const addUpTo = async (points: number) => {
    for (let left = points; left > 0; left -= 100_000) expect(await add(Math.min(left, 100_000))).toBe(201);
  };

  test('allows exactly 1,000,000 points, of all staff and customers together', async () => {
    await addUpTo(LIMIT - 1);

    expect(await add(2, '2', loyalty.asStaff({ sub: '92' }))).toBe('daily_credit_limit_reached');
    expect(await add(1, '2', loyalty.asStaff({ sub: '92' }))).toBe(201);
    expect(await add(1)).toBe('daily_credit_limit_reached');
  });

  test('answers 409 and changes nothing beyond it', async () => {
    await addUpTo(LIMIT);
    const before = (await loyalty.lookUp(loyalty.asStaff(), '1')).json();
    const response = await loyalty.adjust(loyalty.asStaff(), '1', { points: 1, reason: 'x' });

    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'daily_credit_limit_reached', retryable: false });
    expect((await loyalty.lookUp(loyalty.asStaff(), '1')).json()).toEqual(before);
  });

  test('does not limit what staff take, what other shops add, or enrollment', async () => {
    await addUpTo(LIMIT);
    const claims = { dest: `https://${OTHER_SHOP}`, iss: `https://${OTHER_SHOP}/admin` };
    const buyer = { dest: OTHER_SHOP, iss: `https://${OTHER_SHOP}/checkouts` };
    await loyalty.enroll(loyalty.asCustomer('1', buyer));

    expect(await add(-100_000)).toBe(201);
    expect(await add(1)).toBe('daily_credit_limit_reached'); // taken points do not raise the limit
    expect(await add(100_000, '1', loyalty.asStaff(claims))).toBe(201);
    expect((await loyalty.enroll(loyalty.asCustomer('3'))).statusCode).toBe(201);
  });

  test('does not count adjustments that fail or are replayed', async () => {
    await addUpTo(LIMIT - 2);
    expect(await add(2, '404')).toBe('customer_not_enrolled');
    const key = { 'idempotency-key': 'one-point' };
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const response = await loyalty.adjust(loyalty.asStaff(), '1', { points: 1, reason: 'x' }, key);
      expect(response.statusCode).toBe(201);
    }

    expect(await add(1)).toBe(201);
    expect(await add(1)).toBe('daily_credit_limit_reached');
  });

  test('resets at midnight UTC', async () => {
    await addUpTo(LIMIT);
    nowMs = NOW + 86_400_000 - 1;
    expect(await add(1)).toBe('daily_credit_limit_reached');
    nowMs += 1;
    expect(await add(1)).toBe(201);
    nowMs -= 1; // an instance whose clock is behind does not start the old day again
    await addUpTo(LIMIT - 1);
    expect(await add(1)).toBe('daily_credit_limit_reached');
  });

  test('rejects a single credit above it, even as the first of the day', async () => {
    const credit = (points: number) =>
      loyalty.app.database.write((transaction) =>
        addDailyCredit(transaction, 'fresh.myshopify.com', points, NOW),
      );

    expect(await credit(LIMIT + 1)).toBe(false);
    expect(await credit(LIMIT)).toBe(true);
  });

  test('holds for 50 concurrent adjustments', async () => {
    /** Retries with the same key while the database has no free connection. */
    async function addPatiently(index: number): Promise<unknown> {
      const headers = { 'idempotency-key': `concurrent-${index}` };
      for (;;) {
        const body = { points: 25_000, reason: 'x' };
        const response = await loyalty.adjust(loyalty.asStaff(), index % 2 ? '1' : '2', body, headers);
        if (!response.json().retryable) return response.json().code ?? response.statusCode;
      }
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => addPatiently(index)));

    expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(40);
    expect(outcomes.filter((outcome) => outcome === 'daily_credit_limit_reached')).toHaveLength(10);
    for (const customerId of ['1', '2']) await expectLedgerAddsUp(loyalty.app.database, SHOP, customerId);
  });
});
