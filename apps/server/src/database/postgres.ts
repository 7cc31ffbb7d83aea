import { PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import type { DatabaseAdapter, Failure } from './adapter.ts';

export interface PostgresOptions {
  /** `postgres://…` */
  url: string;
  /** Connections at most. All instances together must stay below `max_connections` of the server. */
  poolSize: number;
  /** Shorter limits than the usual ones. */
  timeoutsMs?: Partial<typeof TIMEOUTS_MS>;
}

/** What is inside of another limit is shorter than it, so that the most telling error arrives. */
const TIMEOUTS_MS = {
  connect: 2_000, // waiting for the server, or for a free connection of the pool
  lock: 3_000, // waiting for a row that another transaction holds
  statement: 5_000,
  idleInTransaction: 5_000, // an instance that hangs half-way holds no row for longer
  answer: 6_000, // counted on this side: for a server that fell silent
};

/** Opens a pool of PostgreSQL connections; connects when the first is needed. */
export async function openPostgres({ url, poolSize, timeoutsMs }: PostgresOptions): Promise<DatabaseAdapter> {
  const limits = { ...TIMEOUTS_MS, ...timeoutsMs };
  const { default: pg } = await import('pg'); // loaded only where it is used
  const base: PoolConfig = {
    connectionString: url,
    application_name: 'session-token-server',
    connectionTimeoutMillis: limits.connect,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    keepAlive: true,
    types: {
      // `bigint` as a number: no count or time here comes near 2^53.
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  };
  const pool = new pg.Pool({
    ...base,
    max: poolSize,
    lock_timeout: limits.lock,
    statement_timeout: limits.statement,
    query_timeout: limits.answer,
  });
  return {
    dialect: new PostgresDialect({ pool: dropUnresponsive(pool) }),
    migrationDialect: new PostgresDialect({
      pool: async () => dropUnresponsive(new pg.Pool({ ...base, max: 1 })),
    }),
    async tryLock(transaction, lockId) {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_xact_lock(${lockId.toString()}::bigint) as locked
      `.execute(transaction);
      return rows[0]?.locked === true;
    },
    classify,
  };
}

/**
 * The pool as Kysely sees it. A connection whose server stopped answering is closed rather than given to
 * the next query, which would wait behind the one that never ends.
 */
function dropUnresponsive(pool: Pool): PostgresPool {
  const ignore = () => {}; // the next statement on a broken connection tells; unheard, `error` ends the process
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let isUnresponsive = false;
      async function query(statement: string, parameters: readonly unknown[]) {
        try {
          return await client.query(statement, [...parameters]);
        } catch (error) {
          isUnresponsive ||= error instanceof Error && error.message === 'Query read timeout';
          throw error;
        }
      }
      return {
        query: query as unknown as PostgresPoolClient['query'], // its other overload, cursors, is not used
        release: (destroy) => client.release(isUnresponsive || destroy === true),
      };
    },
  };
}

/** SQLSTATE classes that say that the statement is at fault: data, constraint, cursor, syntax and the like. */
const REJECTED_CLASSES = new Set(['0A', '21', '22', '23', '24', '25', '26', '2B', '34', '42', '44']);
/** Class 25 too, but the time limit of an idle transaction. */
const IDLE_TIMEOUTS = new Set(['25P03', '25P04']);
/** What `pg` and Kysely say, without a code, of a connection that broke, timed out or was closed. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after|Called end on pool|Postgres connection has been discarded|driver has already been destroyed)/;

function classify(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, severity, syscall } = error as Error & Record<'code' | 'severity' | 'syscall', unknown>;
  if (typeof severity === 'string' && typeof code === 'string') {
    const rejected = REJECTED_CLASSES.has(code.slice(0, 2)) && !IDLE_TIMEOUTS.has(code);
    return { kind: rejected ? 'rejected' : 'unavailable', code };
  }
  const isNetworkError = typeof syscall === 'string' || error instanceof AggregateError;
  if (isNetworkError && typeof code === 'string') return { kind: 'unavailable', code };
  return CONNECTION_MESSAGES.test(error.message) ? { kind: 'unavailable', code: 'connection' } : undefined;
}
