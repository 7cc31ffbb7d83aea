import { Kysely, type Transaction } from 'kysely';
import { ApiError } from '../http/errors/api-error.ts';
import { type DatabaseAdapter, DatabaseStartError, type Failure, StatementRejectedError } from './adapter.ts';
import { type AvailabilityLogger, createAvailability, type QueryKind } from './availability.ts';
import type { Migrations } from './migrations.ts';
import { classifyMigrationError, runMigrations } from './run-migrations.ts';
import type { Tables } from './tables.ts';

/** The database, as the rest of the server uses it. Methods throw `ApiError` `database_unavailable` during an outage. */
export interface Database {
  /** Runs queries that do not need a common transaction. */
  read<T>(query: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs work in one transaction, which is rolled back if the work throws. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** See `DatabaseAdapter.tryLock`. */
  tryLock: DatabaseAdapter['tryLock'];
  /** See `DatabaseAdapter.lock`. */
  lock: DatabaseAdapter['lock'];
  /**
   * Removes deleted data from files that still hold a copy: SQLite's write-ahead log. Call it after an erasure,
   * outside a transaction. Returns `false` if another process prevented it; call it again later.
   */
  purgeDeleted(): Promise<boolean>;
  /** Returns why requests that need the database would fail now, or `undefined`. Sends at most one query per second. */
  readinessProblem(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  migrations: Migrations;
  logger: AvailabilityLogger;
  /** Returns milliseconds since any fixed time. Default `performance.now`. */
  monotonicNow?: () => number;
}

const RETRY_AFTER_SECONDS = 2;
const MIGRATION_RETRY_MS = { first: 500, longest: 10_000 };

/**
 * Opens the database and runs the migrations. If the database cannot be reached, the server starts anyway, is not
 * ready, and retries the migrations until they succeed.
 *
 * @throws {DatabaseStartError} if waiting does not help
 * @throws {MigrationError}
 */
export async function createDatabase(
  adapter: DatabaseAdapter,
  { migrations, logger, monotonicNow = () => performance.now() }: DatabaseOptions,
): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: adapter.dialect });
  const availability = createAvailability('database', logger, monotonicNow);
  let state: 'migrating' | 'open' | 'closed' = 'migrating';
  let retryTimer: NodeJS.Timeout | undefined;
  let probing: Promise<string | undefined> | undefined;

  async function guarded<T>(kind: QueryKind, query: () => Promise<T>): Promise<T> {
    if (state !== 'open') throw unavailable();
    try {
      const result = await query();
      availability.succeeded(kind);
      return result;
    } catch (error) {
      const failure = adapter.classify(error);
      throw failure ? toDatabaseError(failure, kind, error) : error;
    }
  }

  function toDatabaseError(failure: Failure, kind: QueryKind, error: unknown): Error {
    if (failure.kind === 'rejected') return new StatementRejectedError(failure, error);
    availability.failed(kind, error);
    return unavailable(error);
  }

  async function migrateAndOpen(): Promise<void> {
    try {
      const { unknown } = await runMigrations(adapter, db, migrations);
      if (unknown.length > 0)
        logger.info({ migrations: unknown }, 'the database has migrations that this version does not know');
      if (state === 'migrating') state = 'open';
      availability.succeeded('write');
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      const failure = classifyMigrationError(adapter, error);
      throw failure?.kind === 'unavailable' ? toDatabaseError(failure, 'write', error) : error;
    }
  }

  function retryMigrations(delayMs: number): void {
    retryTimer = setTimeout(() => {
      migrateAndOpen().catch((error: unknown) => {
        if (!isUnavailable(error)) logger.warn({ err: error }, 'migrations failed');
        if (state === 'migrating') retryMigrations(Math.min(delayMs * 2, MIGRATION_RETRY_MS.longest));
      });
    }, delayMs).unref();
  }

  async function probe(): Promise<string | undefined> {
    try {
      await guarded('write', async () => {
        await adapter.assertWritable(db);
        // After a failed write, only a successful one proves that writes work again.
        if (availability.isWriteFailing()) await adapter.writeNothing(db);
      });
      return undefined;
    } catch {
      return state === 'migrating' ? 'database_not_migrated' : 'database_unavailable';
    } finally {
      probing = undefined;
    }
  }

  await migrateAndOpen().catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    retryMigrations(MIGRATION_RETRY_MS.first);
  });

  return {
    read: (query) =>
      guarded('read', () => (adapter.readsInTransaction ? db.transaction().execute(query) : query(db))),
    write: (work) => guarded('write', () => db.transaction().execute(work)),
    tryLock: adapter.tryLock,
    lock: adapter.lock,
    purgeDeleted: () => guarded('read', () => adapter.purgeDeleted(db)),
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
