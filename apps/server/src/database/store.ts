import { Kysely, sql, type Transaction } from 'kysely';
import { ApiError } from '../errors/api-error.ts';
import { type Engine, StatementRejectedError } from './engine.ts';
import { migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** The database as the rest of the server sees it. Every failure to reach it is an `ApiError` `store_unavailable`. */
export interface Store {
  /** Runs queries outside of a transaction. */
  read<T>(query: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs work in one transaction: all of it is kept, or nothing when it throws. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** See `Engine.tryLock`. */
  tryLock: Engine['tryLock'];
  /** Why requests that need the store would fail now, or `undefined`. Asks the database at most once a second. */
  notReadyReason(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface StoreLogger {
  info(message: string): void;
  warn(details: object, message: string): void;
}

const RETRY_AFTER_SECONDS = 2;
/** A query that succeeded this recently answers for the readiness of the store, in milliseconds. */
const FRESH_MS = 1_000;
const MIGRATION_RETRY_MS = { first: 500, longest: 10_000 };

/**
 * Opens the store and brings its tables up to date. A database that cannot be reached does not stop the
 * server: the store is not ready, and the migrations are tried again until they succeed.
 *
 * @throws when a migration itself fails
 */
export async function createStore(engine: Engine, logger: StoreLogger): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  let isMigrated = false;
  let isDown = false;
  let isClosed = false;
  let succeededAt = Number.NEGATIVE_INFINITY;
  let retryTimer: NodeJS.Timeout | undefined;
  let probing: Promise<string | undefined> | undefined;

  async function guarded<T>(query: () => Promise<T>): Promise<T> {
    if (!isMigrated) throw unavailable();
    try {
      const result = await query();
      succeeded();
      return result;
    } catch (error) {
      throw failed(error);
    }
  }

  function succeeded(): void {
    succeededAt = performance.now();
    if (!isDown) return;
    isDown = false;
    logger.info('the store is available again');
  }

  /** What to throw for what was thrown; logs the first failure of an outage. */
  function failed(error: unknown): unknown {
    const failure = engine.judge(error);
    if (!failure) return error;
    if (failure.kind === 'rejected') return new StatementRejectedError(failure.code, error);
    succeededAt = Number.NEGATIVE_INFINITY;
    if (!isDown && !isClosed) logger.warn({ err: error }, 'the store is unavailable');
    isDown = true;
    return unavailable(error);
  }

  async function runMigrations(): Promise<void> {
    try {
      const { migrationDialect } = engine;
      const migrationDb = migrationDialect ? new Kysely<Tables>({ dialect: migrationDialect }) : db;
      await migrate(migrationDb).finally(() => migrationDb !== db && migrationDb.destroy());
      isMigrated = true;
      succeeded();
    } catch (error) {
      throw failed(error);
    }
  }

  function retryMigrations(delayMs: number): void {
    retryTimer = setTimeout(() => {
      runMigrations().catch((error: unknown) => {
        if (isClosed) return;
        if (!isUnavailable(error)) logger.warn({ err: error }, 'a migration failed');
        retryMigrations(Math.min(delayMs * 2, MIGRATION_RETRY_MS.longest));
      });
    }, delayMs).unref();
  }

  async function probe(): Promise<string | undefined> {
    try {
      await guarded(() => sql`select 1`.execute(db));
      return undefined;
    } catch {
      return isMigrated ? 'store_unavailable' : 'store_not_migrated';
    } finally {
      probing = undefined;
    }
  }

  await runMigrations().catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    retryMigrations(MIGRATION_RETRY_MS.first);
  });

  return {
    read: (query) => guarded(() => query(db)),
    write: (work) => guarded(() => db.transaction().execute(work)),
    tryLock: engine.tryLock,
    async notReadyReason() {
      if (performance.now() - succeededAt < FRESH_MS) return undefined;
      probing ??= probe();
      return probing;
    },
    async close() {
      isClosed = true;
      clearTimeout(retryTimer);
      await db.destroy();
    },
  };
}

function unavailable(cause?: unknown): ApiError {
  return new ApiError('store_unavailable', {
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    cause,
  });
}

function isUnavailable(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'store_unavailable';
}
