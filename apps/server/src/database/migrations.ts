import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** Migrations by name. They run in order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the tables up to date; does nothing where they are. Safe when several instances start together:
 * the migrator takes an advisory lock on PostgreSQL and the write lock on SQLite, and runs all migrations
 * in one transaction.
 */
export async function migrate<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
