import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseConfig } from '../../src/config.ts';
import type { PersonalData } from '../../src/privacy/personal-data.ts';
import { DATABASES } from '../database/databases.ts';
import { createWritesApp, type WritesApp } from '../idempotency/writes-app.ts';
import { query } from '../postgres/new-database.ts';
import { NOW, SHOP } from '../test-app.ts';
import { BODIES, createDeliver, createWebhookApp } from '../webhooks/webhook-app.ts';

const POSTGRES = DATABASES[1]![1];

/** Resolves when a transaction waits for an advisory lock, or `otherwise` returns true. */
async function untilLockAwaited(database: DatabaseConfig, otherwise: () => unknown): Promise<void> {
  if (database.kind !== 'postgres') return; // SQLite has one writer at a time
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  const rows = () => query(database.url, waiting);
  await expect.poll(async () => (await rows()).length > 0 || Boolean(await otherwise())).toBe(true);
}

describe.each(DATABASES)('an erasure on %s', (_name, createDatabase) => {
  let database: DatabaseConfig;
  let app: WritesApp;
  let deliver: ReturnType<typeof createDeliver>;
  beforeEach(async () => {
    database = await createDatabase();
    app = await createWritesApp({ database });
    deliver = createDeliver(app.app);
  });
  afterEach(() => app.app.close());

  const pendingRequests = () =>
    app.app.database.read((db) =>
      db.selectFrom('privacy_requests').select('kind').where('completed_at', 'is', null).execute(),
    );
  const customers = async () => (await app.records()).map(({ customer_id }) => customer_id).toSorted();

  test('deletes the records of all writes about the customer, including those of staff, and no others', async () => {
    await app.write(app.mint(), 5, 'own');
    await app.write(app.mint(), 13, 'own-error');
    await app.post('customers/42', app.asStaff(), { points: 5 }, 'staff');
    await app.post('customers/42', app.asStaff(), { points: 13 }, 'staff-error');
    await app.post('customers/43', app.asStaff(), { points: 5 }, 'other');
    const otherShop = { dest: 'b.myshopify.com', iss: 'https://b.myshopify.com/checkouts' };
    await app.write(app.mint(otherShop), 5, 'other-shop');
    await app.write(app.mint({ sub: undefined }), 5, 'guest');

    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42) });
    await expect.poll(customers).toEqual(['42', '43', null]);
    expect((await app.records()).find(({ customer_id }) => customer_id === '42')?.shop).toBe(
      'b.myshopify.com',
    );

    await deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
    await expect.poll(customers).toEqual(['42']);
  });

  test('makes a retry a new write', async () => {
    const first = await app.write(app.mint(), 5, 'key-1');
    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42) });
    await expect.poll(customers).toEqual([]);
    const retry = await app.write(app.mint(), 5, 'key-1');

    expect(retry.headers).not.toHaveProperty('idempotency-replayed');
    expect(retry.json().run).not.toBe(first.json().run);
  });

  test.each([
    ['customers/redact', BODIES.customerRedact(42)],
    ['shop/redact', BODIES.shopRedact()],
  ])('by %s waits for a pending write about the customer, and deletes its record', async (topic, body) => {
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    app.during.write = async () => {
      reach();
      await held;
    };
    const write = app.post('customers/42', app.asStaff(), { points: 5 }, 'key-1');
    await reached;
    const delivered = deliver({ topic, body });
    await untilLockAwaited(database, async () => (await delivered) && (await pendingRequests()).length === 0);
    release();

    expect((await write).statusCode).toBe(201);
    expect((await delivered).statusCode).toBe(200);
    await expect.poll(pendingRequests).toEqual([]);
    expect(await app.records()).toEqual([]);
  });

  test('clears the exports of the customer; of a shop, those of all its customers', async () => {
    const exported = (webhookId: string, customerId: string, shop = SHOP) => ({
      webhook_id: webhookId,
      kind: 'customer_export' as const,
      shop,
      customer_id: customerId,
      order_ids: null,
      received_at: NOW,
      completed_at: NOW,
      export: '{"a":1}',
    });
    const rows = [exported('w-1', '42'), exported('w-2', '43'), exported('w-3', '42', 'b.myshopify.com')];
    await app.app.database.write((transaction) =>
      transaction.insertInto('privacy_requests').values(rows).execute(),
    );
    const state = async () => {
      const requests = await app.app.database.read((db) =>
        db
          .selectFrom('privacy_requests')
          .select(['webhook_id', 'customer_id', 'export'])
          .where('webhook_id', 'like', 'w-%')
          .orderBy('webhook_id')
          .execute(),
      );
      return requests.map((row) => [row.webhook_id, row.customer_id, row.export]);
    };
    const kept = '{"a":1}';

    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42) });
    await expect.poll(state).toEqual([
      ['w-1', null, null],
      ['w-2', '43', kept],
      ['w-3', '42', kept],
    ]);

    await deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
    await expect.poll(state).toEqual([
      ['w-1', null, null],
      ['w-2', null, null],
      ['w-3', '42', kept],
    ]);
  });

  test('does not complete another erasure of the same customer, which may name other orders', async () => {
    const erased: string[][] = [];
    const recording: PersonalData = {
      export: async () => undefined,
      eraseCustomer: async (_transaction, { orderIds }) => void erased.push([...orderIds]),
      eraseShop: async () => false,
    };
    const other = await createWebhookApp({ database: await createDatabase(), personalData: { recording } });
    await other.app.privacyQueue.processPending();
    const rows = ['["1"]', '["2"]'].map((orderIds, index) => ({
      webhook_id: `w-${index}`,
      kind: 'customer_erasure' as const,
      shop: SHOP,
      customer_id: '42',
      order_ids: orderIds,
      received_at: NOW + index,
      completed_at: null,
      export: null,
    }));
    await other.app.database.write((transaction) =>
      transaction.insertInto('privacy_requests').values(rows).execute(),
    );
    await other.app.privacyQueue.processPending();
    await other.app.close();

    expect(erased).toEqual([['1'], ['2']]);
  });

  test('runs after earlier requests, whatever the order of the table', async () => {
    const pending = (webhookId: string, customerId: string, receivedAt: number) => ({
      webhook_id: webhookId,
      kind: 'customer_erasure' as const,
      shop: SHOP,
      customer_id: customerId,
      order_ids: null, // as a version before 1.0.0 stored it
      received_at: receivedAt,
      completed_at: null,
      export: null,
    });
    const order: string[] = [];
    const recording: PersonalData = {
      export: async () => undefined,
      eraseCustomer: async (_transaction, { customerId, orderIds }) =>
        void order.push(`${customerId} with ${orderIds.length} orders`),
      eraseShop: async () => false,
    };
    const other = await createWebhookApp({ database: await createDatabase(), personalData: { recording } });
    await other.app.privacyQueue.processPending();
    const rows = [pending('a', '3', NOW + 3), pending('b', '1', NOW + 1), pending('c', '2', NOW + 2)];
    await other.app.database.write((transaction) =>
      transaction.insertInto('privacy_requests').values(rows).execute(),
    );
    await other.app.privacyQueue.processPending();
    await other.app.close();

    expect(order).toEqual(['1 with 0 orders', '2 with 0 orders', '3 with 0 orders']);
  });
});

describe.each(DATABASES)('a request that fails on %s', (_name, createDatabase) => {
  test.each([
    ['customers/redact', BODIES.customerRedact(42)],
    ['shop/redact', BODIES.shopRedact()],
  ])('is completed without an export once %s has erased its customer', async (topic, body) => {
    let isBroken = true;
    const fragile: PersonalData = {
      export: async () => {
        if (isBroken) throw new Error('broken');
        return { left: 'over' };
      },
      eraseCustomer: async () => {},
      eraseShop: async () => false,
    };
    const webhookApp = await createWebhookApp({
      database: await createDatabase(),
      personalData: { fragile },
    });
    const { app, deliver, logLines } = webhookApp;
    await deliver({ topic: 'customers/data_request', body: BODIES.dataRequest(42), webhookId: 'w-1' });
    await expect.poll(() => logLines().some(({ level }) => level === 'error')).toBe(true);
    await deliver({ topic, body, webhookId: 'w-2' });
    const rows = () =>
      app.database.read((db) =>
        db
          .selectFrom('privacy_requests')
          .select(['webhook_id', 'customer_id', 'order_ids', 'export'])
          .where('completed_at', 'is not', null)
          .orderBy('webhook_id')
          .execute(),
      );
    const empty = { customer_id: null, order_ids: null, export: null };
    await expect.poll(rows).toEqual([
      { webhook_id: 'w-1', ...empty },
      { webhook_id: 'w-2', ...empty },
    ]);
    isBroken = false;
    await app.privacyQueue.processPending();
    await expect.poll(rows).toEqual([
      { webhook_id: 'w-1', ...empty },
      { webhook_id: 'w-2', ...empty },
    ]);
    await app.close();
  });
});

test('two processes on one PostgreSQL erase a customer once', async () => {
  const database = await POSTGRES();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  let erasures = 0;
  const counting: PersonalData = {
    export: async () => undefined,
    async eraseCustomer() {
      erasures += 1;
      await held;
    },
    eraseShop: async () => false,
  };
  const first = await createWebhookApp({ database, personalData: { counting } });
  const second = await createWebhookApp({ database, personalData: { counting } });
  await first.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42) });
  await expect.poll(() => erasures).toBe(1);

  void second.app.privacyQueue.processPending();
  await untilLockAwaited(database, () => erasures > 1);
  release();
  await first.app.close();
  await second.app.close();
  expect(erasures).toBe(1);
});
