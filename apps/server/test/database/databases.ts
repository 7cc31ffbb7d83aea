import type { DatabaseConfig } from '../../src/config.ts';
import type { Database, DatabaseOptions } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';
import { MIGRATIONS } from '../../src/features.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { IN_MEMORY } from '../test-app.ts';

/** Both databases, for `describe.each`: they must behave the same. */
export const DATABASES: ReadonlyArray<readonly [name: string, create: () => Promise<DatabaseConfig>]> = [
  ['SQLite', async () => IN_MEMORY],
  ['PostgreSQL', async () => ({ kind: 'postgres', url: await createPostgresDatabase(), poolSize: 5 })],
];

/** The server's migrations, and a logger that writes nowhere. */
export const QUIET: DatabaseOptions = { migrations: MIGRATIONS, logger: { info() {}, warn() {} } };

/** Opens a database without the server around it. */
export function openQuietly(config: DatabaseConfig): Promise<Database> {
  return openDatabase(config, QUIET);
}
