import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Client, PoolConfig } from 'pg';
import { type DatabaseAdapter, DatabaseStartError } from './adapter.ts';
import type { AvailabilityLogger } from './availability.ts';
import { TransactionalPostgresDialect } from './postgres-dialect.ts';
import { classify } from './postgres-errors.ts';
import { dropUnresponsive } from './postgres-pool.ts';
import type { Tables } from './tables.ts';

export interface PostgresOptions {
  /** `postgres://…` */
  url: string;
  /** Maximum number of connections. All instances together must stay below the server's `max_connections`. */
  poolSize: number;
  /** Overrides some of the time limits. */
  timeoutsMs?: Partial<typeof TIMEOUTS_MS>;
}

/** Inner limits are shorter than outer ones, so that the most precise error comes first. */
const TIMEOUTS_MS = {
  connect: 2_000, // waiting for the server, or for a free connection of the pool
  lock: 3_000, // waiting for a row that another transaction holds
  statement: 5_000,
  idleInTransaction: 5_000, // releases the rows of an instance that hangs in a transaction
  answer: 6_000, // measured by this process, for a server that no longer responds
};
/** Id of Kysely's migration lock, which earlier versions of this server use. */
const MIGRATION_LOCK_ID = '3853314791062309107';

/**
 * Opens a pool of PostgreSQL connections. The first query opens the first connection.
 *
 * @throws {DatabaseStartError} if the URL names a certificate or key that cannot be used
 */
export async function openPostgres(
  { url, poolSize, timeoutsMs }: PostgresOptions,
  logger: Pick<AvailabilityLogger, 'warn'>,
): Promise<DatabaseAdapter> {
  const limits = { ...TIMEOUTS_MS, ...timeoutsMs };
  const { default: pg } = await import('pg'); // loaded only if it is used
  const base: PoolConfig = {
    connectionString: url,
    application_name: 'session-token-server',
    connectionTimeoutMillis: limits.connect,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      // Reads `bigint` as a number: no count or time here comes near 2^53.
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  };
  const { host, ssl } = readTarget(() => new pg.Client(base));
  if (!ssl && !isLocal(host)) {
    logger.warn({ host }, 'the connection to PostgreSQL has no TLS; add sslmode=verify-full to DATABASE_URL');
  }

  const pool = dropUnresponsive(new pg.Pool({ ...base, max: poolSize, query_timeout: limits.answer }));
  const transactionLimits = {
    lock_timeout: limits.lock,
    statement_timeout: limits.statement,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
  };
  return {
    dialect: new TransactionalPostgresDialect({ pool }, transactionLimits),
    migrationDialect: new TransactionalPostgresDialect(
      { pool: async () => dropUnresponsive(new pg.Pool({ ...base, max: 1 })) },
      {
        lock_timeout: 0,
        statement_timeout: 0,
        idle_in_transaction_session_timeout: TIMEOUTS_MS.idleInTransaction,
      },
    ),
    readsInTransaction: true,
    lockMigrations: (transaction) => lockMigrations(transaction, limits.lock),
    async tryLock(transaction, lockId) {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_xact_lock(${lockId.toString()}::bigint) as locked
      `.execute(transaction);
      return rows[0]?.locked === true;
    },
    async lock(transaction, mode, lockIds) {
      const take = sql.ref(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
      const locks = lockIds.map((lockId) => sql`${take}(${lockId.toString()}::bigint)`);
      await sql`select ${sql.join(locks)}`.execute(transaction);
    },
    assertWritable,
    // A table of the migrator, which does not need it on PostgreSQL.
    async writeNothing(db) {
      await sql`update kysely_migration_lock set is_locked = 0`.execute(db);
    },
    purgeDeleted: async () => true, // vacuuming is PostgreSQL's own task
    classify,
  };
}

/** Returns the host, and whether `pg` uses TLS, from the URL and the environment variables of `pg`. */
function readTarget(createClient: () => Client): { host: string; ssl: boolean } {
  try {
    const client = createClient();
    const ssl = client.ssl as boolean | { ca?: string }; // missing in its type
    if (typeof ssl === 'object') {
      createSecureContext(ssl);
      if (ssl.ca !== undefined) new X509Certificate(ssl.ca); // a secure context accepts any text as `ca`
    }
    return { host: client.host, ssl: Boolean(ssl) };
  } catch (error) {
    const { path = 'a certificate or key', message } = error as Error & { path?: string };
    throw new DatabaseStartError(`cannot use ${path}, which DATABASE_URL names: ${message}`, {
      cause: error,
    });
  }
}

/** Whether connections stay on this machine: loopback, or a Unix socket. */
function isLocal(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** Waits for other instances without a time limit, but not for tables in use: queries would queue behind the migration. */
async function lockMigrations(transaction: Transaction<Tables>, lockTimeoutMs: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK_ID}::bigint)`.execute(transaction);
  await sql`set local lock_timeout = ${sql.lit(lockTimeoutMs)}`.execute(transaction);
}

/** Fails like a write would on a hot standby, or if `default_transaction_read_only` is on. */
async function assertWritable(db: Kysely<Tables>): Promise<void> {
  await sql`
    do $$ begin
      if current_setting('transaction_read_only') = 'on' then
        raise exception 'the database accepts no writes' using errcode = 'read_only_sql_transaction';
      end if;
    end $$
  `.execute(db);
}
