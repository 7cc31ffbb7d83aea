import type { DatabaseConfig } from '../config.ts';
import { createDatabase, type Database, type DatabaseOptions } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Opens the database in the database that the settings name. @throws when a SQLite file cannot be opened, or a migration fails */
export async function openDatabase(config: DatabaseConfig, options: DatabaseOptions): Promise<Database> {
  const adapter = config.kind === 'sqlite' ? openSqlite(config.path) : await openPostgres(config);
  return createDatabase(adapter, options);
}
