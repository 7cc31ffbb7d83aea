import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

/** Turns off work in the background: the databases are small, and deleted soon. */
const WITHOUT_MAINTENANCE = [
  'autovacuum=off',
  'track_counts=off',
  'checkpoint_timeout=1d',
  'bgwriter_lru_maxpages=0',
  'io_method=sync',
  'max_logical_replication_workers=0',
];

let embedded: Promise<EmbeddedPostgres> | undefined;

/**
 * Returns the embedded PostgreSQL that all test files share. The first caller starts it, and it ends with this process.
 * Roles, certificates and password rules are those of the whole server: only one file may change each.
 */
export function sharedPostgres(): Promise<EmbeddedPostgres> {
  embedded ??= startEmbeddedPostgres(WITHOUT_MAINTENANCE);
  return embedded;
}

/** Returns the URL of a server whose user may create databases: of `TEST_DATABASE_URL`, or the embedded one. */
export async function postgresUrl(): Promise<string> {
  // biome-ignore lint/style/noProcessEnv: a setting of the tests
  return process.env.TEST_DATABASE_URL || (await sharedPostgres()).url;
}
