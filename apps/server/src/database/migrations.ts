import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { loyaltyMigration } from '../loyalty/migration.ts';
import { privacyMigration } from '../privacy/migration.ts';
import { singleUseMigration } from '../single-use/migration.ts';

/** In order of their names. One that was released never changes: add another. */
const MIGRATIONS: Record<string, Migration> = {
  '0001_single_use': singleUseMigration,
  '0002_loyalty': loyaltyMigration,
  '0003_privacy': privacyMigration,
};

/**
 * Brings the tables up to date; does nothing where they are. Safe when several instances start together:
 * the migrator takes an advisory lock on PostgreSQL and the write lock on SQLite, and runs all migrations
 * in one transaction.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
