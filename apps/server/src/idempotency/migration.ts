import type { Migration } from 'kysely/migration';

/** Released before 1.0.0. The server no longer writes to this table. */
export const singleUseClaimsMigration: Migration = {
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

/**
 * Replaces `single_use_claims`, whose rows name neither shop nor customer and cannot be erased with them.
 *
 * The old table stays, so that the previous version still runs on this database after a rollback. The new
 * version empties it (`deleteLegacyClaims`); a later release may drop it. Records are not copied, because their ids
 * hash other values. A retry across this upgrade, or across a rollback, counts as a new write.
 */
export const idempotencyRecordsMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('idempotency_records')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('shop', 'text', (column) => column.notNull())
      .addColumn('customer_id', 'text')
      .addColumn('caller', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    for (const [name, columns] of INDEXES)
      await db.schema.createIndex(name).on('idempotency_records').columns(columns).execute();
  },
};

const INDEXES: Array<[name: string, columns: string[]]> = [
  ['idempotency_records_expiry', ['expires_at']],
  ['idempotency_records_customer', ['shop', 'customer_id']],
  ['idempotency_records_caller', ['caller', 'expires_at']],
];
