import type { DatabaseConfig } from '../config.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { createStore, type Store, type StoreLogger } from './store.ts';

/** Opens the store in the database that the settings name. @throws when a SQLite file cannot be opened, or a migration fails */
export async function openStore(config: DatabaseConfig, logger: StoreLogger): Promise<Store> {
  const engine = config.kind === 'sqlite' ? openSqlite(config.path) : await openPostgres(config);
  return createStore(engine, logger);
}
