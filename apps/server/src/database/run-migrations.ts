import { Kysely, type LogEvent } from 'kysely';
import { type DatabaseAdapter, DatabaseStartError, type Failure } from './adapter.ts';
import { type MigrationOutcome, type Migrations, migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Runs the missing migrations on a connection without a time limit on statements.
 *
 * @throws {DatabaseStartError} if waiting does not help
 * @throws {MigrationError} or the driver's error; see `classifyMigrationError`
 */
export async function runMigrations(
  adapter: DatabaseAdapter,
  db: Kysely<Tables>,
  migrations: Migrations,
): Promise<MigrationOutcome> {
  const { migrationDialect } = adapter;
  /** The migrator looks again after a failed statement, and then fails because the transaction is aborted. */
  let firstError: unknown;
  const log = (event: LogEvent) => {
    if (event.level === 'error') firstError ??= event.error;
  };
  const migrationDb = migrationDialect ? new Kysely<Tables>({ dialect: migrationDialect, log }) : db;
  try {
    return await migrate(migrationDb, migrations, adapter.lockMigrations);
  } catch (error) {
    const problem = classifyMigrationError(adapter, firstError ?? error)?.startProblem;
    throw problem === undefined ? error : new DatabaseStartError(problem, { cause: error });
  } finally {
    if (migrationDb !== db) await migrationDb.destroy();
  }
}

/** Classifies an error of `runMigrations`, or the error of the database behind it. */
export function classifyMigrationError(adapter: DatabaseAdapter, error: unknown): Failure | undefined {
  return adapter.classify(error) ?? adapter.classify((error as Error).cause);
}
