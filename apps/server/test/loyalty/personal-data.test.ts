import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loyaltyPersonalData } from '../../src/loyalty/personal-data.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW, SECRET, SHOP } from '../test-app.ts';
import { BODIES, sign } from '../webhooks/webhook-app.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

const OTHER_SHOP = 'other.myshopify.com';

describe.each(DATABASES)('customer data of loyalty on %s', (_name, createDatabase) => {
  let loyalty: LoyaltyApp;
  beforeAll(async () => {
    loyalty = await createLoyaltyApp({ database: await createDatabase() });
  });
  afterAll(() => loyalty.app.close());

  const tokenOf = (customerId: number, shop = SHOP) =>
    loyalty.asCustomer(String(customerId), { dest: shop, iss: `https://${shop}/checkouts` });
  const join = (customerId: number, shop = SHOP) => loyalty.enroll(tokenOf(customerId, shop));
  const isMember = async (customerId: number, shop = SHOP) =>
    (await loyalty.balance(tokenOf(customerId, shop))).json().enrolled;
  async function deliver(topic: string, body: object): Promise<void> {
    const payload = JSON.stringify(body);
    const response = await loyalty.app.inject({
      method: 'POST',
      url: '/webhooks',
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': randomUUID(),
        'x-shopify-hmac-sha256': sign(payload, SECRET),
      },
      payload,
    });
    expect(response.statusCode).toBe(200);
  }

  test('is exported completely: balance and every entry', async () => {
    await join(1);
    await loyalty.adjust(loyalty.asStaff(), '1', { points: -30, reason: 'Mug' });
    const exported = await loyalty.app.database.read((db) =>
      loyaltyPersonalData.export(db, { shop: SHOP, customerId: '1', orderIds: [] }),
    );

    const at = new Date(NOW).toISOString();
    expect(exported).toEqual({
      balance: 70,
      enrolledAt: at,
      entries: [
        { sequence: 1, kind: 'welcome', points: 100, balance: 100, reason: null, createdAt: at },
        { sequence: 2, kind: 'adjustment', points: -30, balance: 70, reason: 'Mug', createdAt: at },
      ],
    });
  });

  test('is nothing for a customer who has not joined, or joined in another shop', async () => {
    await join(2, OTHER_SHOP);
    const exported = await loyalty.app.database.read((db) =>
      loyaltyPersonalData.export(db, { shop: SHOP, customerId: '2', orderIds: [] }),
    );
    expect(exported).toBeUndefined();
  });

  test('is deleted by customers/redact, of that customer in that shop only', async () => {
    for (const customerId of [3, 4]) await join(customerId);
    await join(3, OTHER_SHOP);
    await deliver('customers/redact', BODIES.customerRedact(3));

    await expect.poll(() => isMember(3)).toBe(false);
    expect(await isMember(4)).toBe(true);
    expect(await isMember(3, OTHER_SHOP)).toBe(true);
    expect(await countEntries('3')).toBe(1); // the other shop's
  });

  test('is not replayed: a retry after the erasure is a new request', async () => {
    const staff = loyalty.asStaff();
    const adjust = () =>
      loyalty.adjust(staff, '7', { points: 5, reason: 'Secret' }, { 'idempotency-key': 'adjust-7' });
    const token = tokenOf(7);
    const first = await loyalty.enroll(token);
    expect((await adjust()).statusCode).toBe(201);
    await deliver('customers/redact', BODIES.customerRedact(7));
    await expect.poll(() => isMember(7)).toBe(false);

    const retry = await adjust();
    expect([retry.statusCode, retry.json().code]).toEqual([404, 'customer_not_enrolled']);
    expect(retry.body).not.toContain('Secret');
    expect(await isMember(7)).toBe(false);
    const again = await loyalty.enroll(token);
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect(again.json().account.entries).toHaveLength(1);
    expect(again.json()).toEqual(first.json());
  });

  test('is deleted by shop/redact, of every customer of that shop only', async () => {
    for (const customerId of [5, 6]) await join(customerId);
    await join(5, OTHER_SHOP);
    await deliver('shop/redact', BODIES.shopRedact());

    await expect.poll(() => isMember(6)).toBe(false);
    expect(await isMember(5)).toBe(false);
    expect(await isMember(5, OTHER_SHOP)).toBe(true);
    expect(await countEntries('6')).toBe(0);
  });

  test('is deleted in batches, the last of which returns false', async () => {
    for (const customerId of [11, 12, 13]) await join(customerId, 'steps.myshopify.com');
    const step = () =>
      loyalty.app.database.write((transaction) =>
        loyaltyPersonalData.eraseShop(transaction, 'steps.myshopify.com', 2),
      );
    expect(await step()).toBe(true);
    expect(await isMember(13, 'steps.myshopify.com')).toBe(true);
    expect(await step()).toBe(false);
    expect(await isMember(13, 'steps.myshopify.com')).toBe(false);
  });

  async function countEntries(customerId: string): Promise<number> {
    const rows = await loyalty.app.database.read((db) =>
      db.selectFrom('loyalty_entries').select('sequence').where('customer_id', '=', customerId).execute(),
    );
    return rows.length;
  }
});
