import { Kysely } from 'kysely';
import type { DatabaseConfig } from '../config.ts';
import type { DatabaseAdapter } from './adapter.ts';
import { createDatabase, type Database, type DatabaseOptions } from './database.ts';
import type { MigrationOutcome } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { runMigrations } from './run-migrations.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Opens the configured database. @throws {DatabaseStartError | MigrationError} see `createDatabase` */
export async function openDatabase(config: DatabaseConfig, options: DatabaseOptions): Promise<Database> {
  return createDatabase(await openAdapter(config, options), options);
}

/** Runs the missing migrations and disconnects, without retries. @throws as `runMigrations` */
export async function migrateDatabase(
  config: DatabaseConfig,
  { migrations, logger }: Pick<DatabaseOptions, 'migrations' | 'logger'>,
): Promise<MigrationOutcome> {
  const adapter = await openAdapter(config, { logger });
  const db = new Kysely<Tables>({ dialect: adapter.dialect });
  try {
    return await runMigrations(adapter, db, migrations);
  } finally {
    await db.destroy();
  }
}

async function openAdapter(
  config: DatabaseConfig,
  { logger }: Pick<DatabaseOptions, 'logger'>,
): Promise<DatabaseAdapter> {
  return config.kind === 'sqlite' ? openSqlite(config.path) : openPostgres(config, logger);
}
