import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

type Row = Record<string, string | number>;

/** Tables with customer data, and the columns of a row by which its feature finds the customer. */
const ERASED: Record<string, (shop: string, customerId: string) => Row> = {
  idempotency_records: byShopAndCustomer,
  loyalty_accounts: byShopAndCustomer,
  loyalty_entries: byShopAndCustomer,
};

/** Tables that hold a shop but no personal data, with all columns, because a new column may be personal. */
const SHOP_ONLY: Record<string, string[]> = {
  loyalty_daily_credits: ['shop', 'day', 'points'],
};

/** Tables that keep their rows, with all columns, because a new column may be personal. */
const EXEMPT: Record<string, { reason: string; columns: string[] }> = {
  privacy_requests: {
    reason: 'evidence for the merchant; privacy.test.ts tests that completion clears what is personal',
    columns: [
      'webhook_id',
      'kind',
      'shop',
      'customer_id',
      'order_ids',
      'received_at',
      'completed_at',
      'export',
    ],
  },
  single_use_claims: {
    reason: 'not filled since 1.0.0; idempotency/cleanup.test.ts tests that every erasure empties it',
    columns: ['claim', 'request', 'status', 'answer', 'expires_at'],
  },
};

function byShopAndCustomer(shop: string, customerId: string): Row {
  return { shop, customer_id: customerId };
}

let webhookApp: WebhookApp;
beforeAll(async () => {
  webhookApp = await createWebhookApp();
});
afterAll(() => webhookApp.app.close());

const getTables = () => webhookApp.app.database.read((db) => db.introspection.getTables());

/** Adds a row of the customer to each table with customer data, with the id in every text column. */
const addCustomer = (customerId: string) =>
  addRows(ERASED, customerId, (table) => ERASED[table]!(SHOP, customerId));

/** Adds a row to each of these tables, with the id in every column that `known` lacks. */
async function addRows(listed: object, id: string, known: (table: string) => Row): Promise<void> {
  const tables = (await getTables()).filter(({ name }) => name in listed);
  await webhookApp.app.database.read(async (db) => {
    await sql`pragma ignore_check_constraints = on`.execute(db);
    await sql`pragma foreign_keys = off`.execute(db);
    for (const { name, columns } of tables) {
      const fill = ({ name: column, dataType }: (typeof columns)[number]) =>
        known(name)[column] ?? (/text|char/i.test(dataType) ? `${column} of ${id}` : Number(id));
      const names = sql.join(columns.map((column) => sql.ref(column.name)));
      const values = sql.join(columns.map(fill));
      await sql`insert into ${sql.table(name)} (${names}) values (${values})`.execute(db);
    }
    await sql`pragma foreign_keys = on`.execute(db);
  });
}

/** Returns the tables that hold the value in any column. */
async function tablesWith(value: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await getTables()) {
    const query = sql`select * from ${sql.table(name)}`;
    const { rows } = await webhookApp.app.database.read((db) => query.execute(db));
    if (JSON.stringify(rows).includes(value)) found.push(name);
  }
  return found;
}

test('lists every table of the database as erased, or as exempt with a reason', async () => {
  const names = (await getTables()).map(({ name }) => name);

  expect(names, 'a table is missing here, or listed twice').toEqual(
    [ERASED, SHOP_ONLY, EXEMPT].flatMap(Object.keys).toSorted(),
  );
});

test('lists every column of exempt tables and of tables without personal data', async () => {
  for (const { name, columns } of await getTables()) {
    const listed = EXEMPT[name]?.columns ?? SHOP_ONLY[name];
    if (listed) expect(columns.map((column) => column.name).toSorted(), name).toEqual(listed.toSorted());
  }
});

test('erases a customer from every table', async () => {
  const names = Object.keys(ERASED).toSorted();
  for (const customerId of ['420042', '430043']) await addCustomer(customerId);
  expect([await tablesWith('420042'), await tablesWith('430043')]).toEqual([names, names]);

  await webhookApp.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(420_042) });
  const leftOfCustomer = { message: "the feature's eraseCustomer leaves rows in these tables" };
  await expect.poll(() => tablesWith('420042'), leftOfCustomer).toEqual([]);
  expect(await tablesWith('430043')).toEqual(names);
});

test('erases a shop from every table', async () => {
  await addCustomer('440044');
  await addRows(SHOP_ONLY, '990099', () => ({ shop: SHOP }));
  expect(await tablesWith('990099')).toEqual(Object.keys(SHOP_ONLY).toSorted());

  await webhookApp.deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
  const leftOfShop = { message: "the feature's eraseShop leaves rows in these tables" };
  for (const id of ['440044', '990099']) await expect.poll(() => tablesWith(id), leftOfShop).toEqual([]);
});
