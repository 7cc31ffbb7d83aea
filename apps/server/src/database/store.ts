import { Kysely, sql, type Transaction } from 'kysely';
import { ApiError } from '../errors/api-error.ts';
import { type AvailabilityLogger, createAvailability } from './availability.ts';
import { type Engine, StatementRejectedError } from './engine.ts';
import { migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** The database as the rest of the server sees it. Every failure to reach it is an `ApiError` `database_unavailable`. */
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

export type StoreLogger = AvailabilityLogger;

const RETRY_AFTER_SECONDS = 2;
const MIGRATION_RETRY_MS = { first: 500, longest: 10_000 };

/**
 * Opens the store and brings its tables up to date. A database that cannot be reached does not stop the
 * server: the store is not ready, and the migrations are tried again until they succeed.
 *
 * @throws when a migration itself fails
 */
export async function createStore(engine: Engine, logger: StoreLogger): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const availability = createAvailability(logger);
  let state: 'migrating' | 'open' | 'closed' = 'migrating';
  let retryTimer: NodeJS.Timeout | undefined;
  let probing: Promise<string | undefined> | undefined;

  async function guarded<T>(query: () => Promise<T>): Promise<T> {
    if (state !== 'open') throw unavailable();
    try {
      const result = await query();
      availability.succeeded();
      return result;
    } catch (error) {
      throw judged(error);
    }
  }

  function judged(error: unknown): unknown {
    const failure = engine.judge(error);
    if (failure?.kind === 'rejected') return new StatementRejectedError(failure.code, error);
    if (failure?.kind !== 'unavailable') return error;
    availability.failed(error);
    return unavailable(error);
  }

  async function runMigrations(): Promise<void> {
    const migrationDb = engine.migrationDialect
      ? new Kysely<Tables>({ dialect: engine.migrationDialect })
      : db;
    try {
      await migrate(migrationDb);
      if (state === 'migrating') state = 'open';
      availability.succeeded();
    } catch (error) {
      throw judged(error);
    } finally {
      if (migrationDb !== db) await migrationDb.destroy();
    }
  }

  function retryMigrations(delayMs: number): void {
    retryTimer = setTimeout(() => {
      runMigrations().catch((error: unknown) => {
        if (!isUnavailable(error)) logger.warn({ err: error }, 'a migration failed');
        if (state === 'migrating') retryMigrations(Math.min(delayMs * 2, MIGRATION_RETRY_MS.longest));
      });
    }, delayMs).unref();
  }

  async function probe(): Promise<string | undefined> {
    try {
      await guarded(() => sql`select 1`.execute(db));
      return undefined;
    } catch {
      return state === 'migrating' ? 'database_not_migrated' : 'database_unavailable';
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
      if (availability.isFresh()) return undefined;
      probing ??= probe();
      return probing;
    },
    async close() {
      state = 'closed';
      clearTimeout(retryTimer);
      await db.destroy();
    },
  };
}

function unavailable(cause?: unknown): ApiError {
  return new ApiError('database_unavailable', {
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    cause,
  });
}

function isUnavailable(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'database_unavailable';
}
