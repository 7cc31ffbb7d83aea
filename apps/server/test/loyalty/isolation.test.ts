import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../database/databases.ts';
import { SHOP } from '../test-app.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

const OTHER_SHOP = 'other.myshopify.com';
const OTHER_STAFF = { iss: `https://${OTHER_SHOP}/admin`, dest: `https://${OTHER_SHOP}` };
const OTHER_BUYER = { iss: `https://${OTHER_SHOP}/checkouts`, dest: OTHER_SHOP };
const THIRD_STAFF = { iss: 'https://third.myshopify.com/admin', dest: 'https://third.myshopify.com' };
const reason = 'x';

describe.each(DATABASES)('shops and customers are isolated on %s:', (_name, createDatabase) => {
  let loyalty: LoyaltyApp;
  beforeAll(async () => {
    loyalty = await createLoyaltyApp({ database: await createDatabase() });
    await loyalty.enroll(loyalty.asCustomer('42'));
  });
  afterAll(() => loyalty.app.close());
  const balanceOf42 = async () => (await loyalty.lookUp(loyalty.asStaff(), '42')).json().balance;

  test("staff cannot see another shop's customer, or learn that the customer exists", async () => {
    const hidden = await loyalty.lookUp(loyalty.asStaff(OTHER_STAFF), '42');
    const absent = await loyalty.lookUp(loyalty.asStaff(OTHER_STAFF), '43');

    expect(hidden.statusCode).toBe(404);
    expect({ ...hidden.json(), requestId: '' }).toEqual({ ...absent.json(), requestId: '' });
  });

  test("staff cannot change another shop's customer", async () => {
    const response = await loyalty.adjust(loyalty.asStaff(OTHER_STAFF), '42', { points: 5, reason });

    expect(response.statusCode).toBe(404);
    expect(await balanceOf42()).toBe(100);
  });

  test('the same customer number in another shop is another customer', async () => {
    const twin = loyalty.asCustomer('42', OTHER_BUYER);
    expect((await loyalty.balance(twin)).json().enrolled).toBe(false);
    expect((await loyalty.enroll(twin)).statusCode).toBe(201);
    await loyalty.adjust(loyalty.asStaff(OTHER_STAFF), '42', { points: 7, reason });

    expect((await loyalty.balance(twin)).json().balance).toBe(107);
    expect(await balanceOf42()).toBe(100);
  });

  test.each([
    [
      'a shop in the query',
      '/api/loyalty/customers/42?shop=sandbox.myshopify.com&dest=sandbox.myshopify.com',
    ],
    ['a shop in the path', `/api/loyalty/customers/${encodeURIComponent(`${SHOP}/42`)}`],
    ['a gid', `/api/loyalty/customers/${encodeURIComponent('gid://shopify/Customer/42')}`],
    ['a dot path', '/api/loyalty/customers/..%2f..%2floyalty'],
    ['a wildcard', '/api/loyalty/customers/%25'],
    ['SQL', `/api/loyalty/customers/${encodeURIComponent("42' or '1'='1")}`],
    ['a leading zero', '/api/loyalty/customers/042'],
    ['a sign', '/api/loyalty/customers/+42'],
    ['an exponent', '/api/loyalty/customers/42e0'],
    ['21 digits', `/api/loyalty/customers/${'4'.repeat(21)}`],
  ])('%s reaches no customer', async (_name, url) => {
    const response = await loyalty.get(url, loyalty.asStaff(THIRD_STAFF));

    expect([400, 404]).toContain(response.statusCode);
    expect(response.json().code).toMatch(/invalid_request|not_found|customer_not_enrolled/);
  });

  test.each(['shop', 'x-shopify-shop-domain', 'x-forwarded-host', 'origin', 'referer'])(
    'the header %s does not change the shop',
    async (header) => {
      const response = await loyalty.app.inject({
        url: '/api/loyalty/customers/42',
        headers: {
          authorization: `Bearer ${loyalty.asStaff(THIRD_STAFF)}`,
          [header]: `https://${SHOP}`,
        },
      });

      expect(response.statusCode).toBe(404);
    },
  );

  test('a key used in one shop, by one caller, or on one route does not affect another', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = { points: 1, reason };
    const statuses = [
      await loyalty.adjust(loyalty.asStaff({ sub: '1' }), '42', body, headers),
      await loyalty.adjust(loyalty.asStaff({ sub: '2' }), '42', body, headers),
      await loyalty.adjust(loyalty.asStaff({ ...OTHER_STAFF, sub: '1' }), '42', body, headers),
      await loyalty.enroll(loyalty.asCustomer('44'), headers),
      await loyalty.enroll(loyalty.asCustomer('45'), headers),
    ];

    for (const response of statuses) {
      expect(response.statusCode).toBe(201);
      expect(response.headers).not.toHaveProperty('idempotency-replayed');
    }
    expect(await balanceOf42()).toBe(102);
  });
});
