import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../database/databases.ts';
import { NOW, SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

describe.each(DATABASES)('the ledger on %s', (_name, createDatabase) => {
  let loyalty: LoyaltyApp;
  beforeAll(async () => {
    loyalty = await createLoyaltyApp({ database: await createDatabase() });
  });
  afterAll(() => loyalty.app.close());

  test('adds up to the balance after 200 concurrent adjustments, some of which fail', async () => {
    await loyalty.enroll(loyalty.asCustomer('42'));
    const staff = loyalty.asStaff();
    const points = Array.from({ length: 200 }, (_, index) => ((index * 37) % 101) - 60);
    const responses = await Promise.all(
      points.map((each) => loyalty.adjust(staff, '42', { points: each || 1, reason: 'x' })),
    );

    const done = responses.filter(({ statusCode }) => statusCode === 201).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(200);
    const entries = await expectLedgerAddsUp(loyalty.app.database, SHOP, '42');
    expect(entries).toHaveLength(1 + done);
    expect(entries.reduce((sum, each) => sum + each, 0)).toBe(
      (await loyalty.lookUp(staff, '42')).json().balance,
    );
  });

  test('records who changed points, why, when, and with which token and key', async () => {
    await loyalty.enroll(loyalty.asCustomer('43', { jti: 'customer-token' }));
    const staff = loyalty.asStaff({ sub: '91', jti: 'staff-token' });
    await loyalty.adjust(staff, '43', { points: -5, reason: 'Redeemed' }, { 'idempotency-key': 'key-1' });

    const entries = await loyalty.app.database.read((db) =>
      db
        .selectFrom('loyalty_entries')
        .selectAll()
        .where('customer_id', '=', '43')
        .orderBy('sequence')
        .execute(),
    );
    const common = { shop: SHOP, customer_id: '43', created_at: NOW };
    expect(entries).toEqual([
      {
        ...common,
        sequence: 1,
        kind: 'welcome',
        points: 100,
        balance: 100,
        reason: null,
        actor_kind: 'customer',
        actor_id: '43',
        token_id: 'customer-token',
        idempotency_key: null,
      },
      {
        ...common,
        sequence: 2,
        kind: 'adjustment',
        points: -5,
        balance: 95,
        reason: 'Redeemed',
        actor_kind: 'staff',
        actor_id: '91',
        token_id: 'staff-token',
        idempotency_key: 'key-1',
      },
    ]);
  });

  test.each([
    ['update loyalty_accounts set balance = -1'],
    ['update loyalty_entries set balance = -1'],
    [
      "insert into loyalty_entries values ('s', '1', 1, 'welcome', 1, 1, null, 'customer', '1', 't', null, 1)",
    ],
  ])('is protected by constraints of the database against: %s', async (statement) => {
    const attempt = loyalty.app.database.read((db) => sql.raw(statement).execute(db));

    await expect(attempt).rejects.toThrow(/the database rejected a statement/);
  });
});
