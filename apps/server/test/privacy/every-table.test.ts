import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, type WebhookApp } from '../webhooks/webhook-app.ts';

/** What is wrong with a table that is listed. */
const WHAT_FAILED = { message: 'the personalData of no feature deletes from it' };

let webhookApp: WebhookApp;
beforeAll(async () => {
  webhookApp = await createWebhookApp();
});
afterAll(() => webhookApp.app.close());

/** The tables that name customers, but for the inbox of these very requests. */
async function tablesOfCustomers() {
  const tables = await webhookApp.app.database.read((db) => db.introspection.getTables());
  return tables.filter(
    ({ name, columns }) =>
      name !== 'privacy_requests' && columns.some((column) => column.name === 'customer_id'),
  );
}

/** A row of that customer in each of the tables, with something in every column, whatever the feature would write. */
async function addRows(customerId: string): Promise<void> {
  const tables = await tablesOfCustomers();
  await webhookApp.app.database.read(async (db) => {
    await sql`pragma ignore_check_constraints = on`.execute(db);
    await sql`pragma foreign_keys = off`.execute(db);
    for (const { name, columns } of tables) {
      const contentOf = (column: string) => ({ shop: SHOP, customer_id: customerId })[column] ?? 1;
      const names = sql.join(columns.map((column) => sql.ref(column.name)));
      const values = sql.join(columns.map((column) => contentOf(column.name)));
      await sql`insert into ${sql.table(name)} (${names}) values (${values})`.execute(db);
    }
    await sql`pragma foreign_keys = on`.execute(db);
  });
}

/** The tables that have a row of that customer. */
async function tablesWith(customerId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await tablesOfCustomers()) {
    const query = sql`select 1 from ${sql.table(name)} where customer_id = ${customerId}`;
    const { rows } = await webhookApp.app.database.read((db) => query.execute(db));
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('every table that names customers is emptied of one whom Shopify has erased, and of a shop', async () => {
  const names = (await tablesOfCustomers()).map(({ name }) => name);
  for (const customerId of ['42', '43']) await addRows(customerId);
  expect([await tablesWith('42'), await tablesWith('43')]).toEqual([names, names]);

  await webhookApp.deliver({ topic: 'customers/redact', body: BODIES.customerRedact(42) });
  await expect.poll(() => tablesWith('42'), WHAT_FAILED).toEqual([]);
  expect(await tablesWith('43')).toEqual(names);

  await webhookApp.deliver({ topic: 'shop/redact', body: BODIES.shopRedact() });
  await expect.poll(() => tablesWith('43'), WHAT_FAILED).toEqual([]);
});
