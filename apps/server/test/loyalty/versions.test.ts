import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { MIGRATIONS } from '../../src/features.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { createLoyaltyApp } from './loyalty-app.ts';

/** A migration like those of a later version: all its columns are nullable. */
const ADDS_COLUMNS: Migration = {
  up: async (db) => {
    await sql`alter table loyalty_accounts add column tier text`.execute(db);
    await sql`alter table loyalty_entries add column campaign text default 'none' not null`.execute(db);
    await sql`create index loyalty_entries_kind on loyalty_entries (kind)`.execute(db);
  },
};

describe.each([
  ['older', Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 1))],
  ['newer', { ...MIGRATIONS, '9999_adds_columns': ADDS_COLUMNS }],
])('on the tables of an %s version', (_name, migrations) => {
  test('customers can join, and instances of both versions keep working', async () => {
    const database = { kind: 'postgres', url: await createPostgresDatabase(), poolSize: 2 } as const;
    const other = await openDatabase(database, { migrations, logger: { info() {}, warn() {} } });
    const loyalty = await createLoyaltyApp({ database });

    expect((await loyalty.app.inject('/health/ready')).json()).toEqual({ status: 'ok' });
    expect((await loyalty.enroll(loyalty.asCustomer('42'))).statusCode).toBe(201);
    expect((await loyalty.balance(loyalty.asCustomer('42'))).json()).toMatchObject({ balance: 100 });
    expect(await other.readinessProblem()).toBeUndefined();
    await loyalty.app.close();
    await other.close();
  });
});
