import { Kysely, sql, type Transaction } from 'kysely';
import { ApiError } from '../errors/api-error.ts';
import { type DatabaseAdapter, StatementRejectedError } from './adapter.ts';
import { type AvailabilityLogger, createAvailability } from './availability.ts';
import { type Migrations, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** The database as the rest of the server sees it. Every failure to reach it is an `ApiError` `database_unavailable`. */
export interface Database {
  /** Runs queries outside of a transaction. */
  read<T>(query: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs work in one transaction: all of it is kept, or nothing when it throws. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** See `DatabaseAdapter.tryLock`. */
  tryLock: DatabaseAdapter['tryLock'];
  /** Why requests that need the database would fail now, or `undefined`. Asks the database at most once a second. */
  readinessProblem(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  migrations: Migrations;
  logger: AvailabilityLogger;
}

const RETRY_AFTER_SECONDS = 2;
const MIGRATION_RETRY_MS = { first: 500, longest: 10_000 };

/**
 * Opens the database and brings its tables up to date. A database that cannot be reached does not stop the
 * server: the database is not ready, and the migrations are tried again until they succeed.
 *
 * @throws when a migration itself fails
 */
export async function createDatabase(
  adapter: DatabaseAdapter,
  { migrations, logger }: DatabaseOptions,
): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: adapter.dialect });
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
      throw toDatabaseError(error);
    }
  }

  function toDatabaseError(error: unknown): unknown {
    const failure = adapter.classify(error);
    if (failure?.kind === 'rejected') return new StatementRejectedError(failure.code, error);
    if (failure?.kind !== 'unavailable') return error;
    availability.failed(error);
    return unavailable(error);
  }

  async function runMigrations(): Promise<void> {
    const migrationDb = adapter.migrationDialect
      ? new Kysely<Tables>({ dialect: adapter.migrationDialect })
      : db;
    try {
      await migrate(migrationDb, migrations);
      if (state === 'migrating') state = 'open';
      availability.succeeded();
    } catch (error) {
      throw toDatabaseError(error);
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
    tryLock: adapter.tryLock,
    async readinessProblem() {
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
