import { onTestFinished, TestRunner } from 'vitest';
import type { DatabaseConfig } from '../../src/config.ts';
import type { Database, DatabaseOptions } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';
import { MIGRATIONS } from '../../src/features.ts';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { IN_MEMORY } from '../test-app.ts';

/** Both databases, for `describe.each`: they must behave the same. */
export const DATABASES: ReadonlyArray<readonly [name: string, create: () => Promise<DatabaseConfig>]> = [
  ['SQLite', async () => IN_MEMORY],
  ['PostgreSQL', async () => ({ kind: 'postgres', url: await emptyPostgresDatabase(), poolSize: 5 })],
];

/** Databases of finished tests. Emptying one takes a fifth of the time of creating one. */
const unused: string[] = [];

async function emptyPostgresDatabase(): Promise<string> {
  const used = unused.pop();
  if (used !== undefined) await query(used, EMPTY);
  const url = used ?? (await createPostgresDatabase());
  if (TestRunner.getCurrentTest()) onTestFinished(() => void unused.push(url));
  return url;
}

/** Sessions that the test closed may still be ending, and would hold locks. */
const EMPTY = `
  select pg_terminate_backend(pid, 10000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid();
  drop schema public cascade;
  create schema public;
`;

/** The server's migrations, and a logger that writes nowhere. */
export const QUIET: DatabaseOptions = { migrations: MIGRATIONS, logger: { info() {}, warn() {} } };

/** Opens a database without the server around it. */
export function openQuietly(config: DatabaseConfig): Promise<Database> {
  return openDatabase(config, QUIET);
}
