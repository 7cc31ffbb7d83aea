import type { DatabaseConfig } from '../config.ts';
import { createDatabase, type Database, type DatabaseOptions } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Opens the configured database. @throws {DatabaseStartError | MigrationError} see `createDatabase` */
export async function openDatabase(config: DatabaseConfig, options: DatabaseOptions): Promise<Database> {
  const adapter =
    config.kind === 'sqlite' ? openSqlite(config.path) : await openPostgres(config, options.logger);
  return createDatabase(adapter, options);
}
