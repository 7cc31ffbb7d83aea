import type { DatabaseConfig } from '../../src/config.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { IN_MEMORY } from '../test-app.ts';

/** Both databases, for `describe.each`: whatever is kept must be kept the same way on either. */
export const DATABASES: ReadonlyArray<readonly [name: string, create: () => Promise<DatabaseConfig>]> = [
  ['SQLite', async () => IN_MEMORY],
  ['PostgreSQL', async () => ({ kind: 'postgres', url: await createPostgresDatabase(), poolSize: 5 })],
];
