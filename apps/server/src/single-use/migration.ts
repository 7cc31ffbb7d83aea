import type { Migration } from 'kysely/migration';

export const singleUseMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('single_use_claims')
      .addColumn('claim', 'text', (column) => column.primaryKey())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('single_use_claims_expiry')
      .on('single_use_claims')
      .column('expires_at')
      .execute();
  },
};
