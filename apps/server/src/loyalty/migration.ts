import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const loyaltyMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('loyalty_accounts')
      .addColumn('shop', 'text', (column) => column.notNull())
      .addColumn('customer_id', 'text', (column) => column.notNull())
      .addColumn('balance', 'bigint', (column) => column.notNull().check(sql`balance >= 0`))
      .addColumn('entry_count', 'bigint', (column) => column.notNull())
      .addColumn('enrolled_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('loyalty_accounts_pkey', ['shop', 'customer_id'])
      .execute();
    await db.schema
      .createTable('loyalty_entries')
      .addColumn('shop', 'text', (column) => column.notNull())
      .addColumn('customer_id', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('welcome', 'adjustment')`))
      .addColumn('points', 'bigint', (column) => column.notNull())
      .addColumn('balance', 'bigint', (column) => column.notNull().check(sql`balance >= 0`))
      .addColumn('reason', 'text')
      .addColumn('actor_kind', 'text', (column) =>
        column.notNull().check(sql`actor_kind in ('customer', 'staff')`),
      )
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('token_id', 'text', (column) => column.notNull())
      .addColumn('idempotency_key', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('loyalty_entries_pkey', ['shop', 'customer_id', 'sequence'])
      .addForeignKeyConstraint('loyalty_entries_account', ['shop', 'customer_id'], 'loyalty_accounts', [
        'shop',
        'customer_id',
      ])
      .execute();
  },
};

export const loyaltyDailyCreditsMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('loyalty_daily_credits')
      .addColumn('shop', 'text', (column) => column.primaryKey())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('points', 'bigint', (column) => column.notNull().check(sql`points >= 0`))
      .execute();
  },
};
