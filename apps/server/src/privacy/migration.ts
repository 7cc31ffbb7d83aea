import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const privacyMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('privacy_requests')
      .addColumn('webhook_id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('customer_export', 'customer_erasure', 'shop_erasure')`),
      )
      .addColumn('shop', 'text', (column) => column.notNull())
      .addColumn('customer_id', 'text')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('completed_at', 'bigint')
      .addColumn('export', 'text')
      .execute();
  },
};

export const privacyOrderIdsMigration: Migration = {
  async up(db) {
    await db.schema.alterTable('privacy_requests').addColumn('order_ids', 'text').execute();
  },
};
