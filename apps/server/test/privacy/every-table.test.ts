import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERSONAL_DATA } from '../../src/features.ts';
import { SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

type Row = Record<string, string | number>;

/** Tables with customer data, and the columns of a row by which its feature finds the customer. */
const ERASED: Record<string, (shop: string, customerId: string) => Row> = {
  idempotency_records: byShopAndCustomer,
  loyalty_accounts: byShopAndCustomer,
  loyalty_entries: byShopAndCustomer,
};

/** Erased tables that no export contains, each with the reason. */
const NOT_EXPORTED: Record<string, string> = {
  idempotency_records: 'a response repeats what the feature exports from its own tables',
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

async function deleteRow(table: string, customerId: string): Promise<void> {
  const columns = Object.entries(ERASED[table]!(SHOP, customerId));
  const conditions = columns.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await webhookApp.app.database.read(async (db) => {
    await sql`pragma foreign_keys = off`.execute(db);
    await sql`delete from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
  });
}

/** Returns what all features export of the customer. */
async function exportOf(customerId: string): Promise<string> {
  const customer = { shop: SHOP, customerId, orderIds: [] };
  const exports = Object.values(PERSONAL_DATA).map((feature) =>
    webhookApp.app.database.read((db) => feature.export(db, customer)),
  );
  return JSON.stringify(await Promise.all(exports));
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

test('exports what every table holds of a customer', async () => {
  for (const [index, table] of Object.keys(ERASED).entries()) {
    const customerId = String(450_045 + index);
    await addCustomer(customerId);
    const exported = await exportOf(customerId);
    await deleteRow(table, customerId);

    const isExported = (await exportOf(customerId)) !== exported;
    expect(isExported, `the feature's export lacks ${table}`).toBe(!(table in NOT_EXPORTED));
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
