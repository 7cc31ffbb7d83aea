import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, type MigrationResult, Migrator } from 'kysely/migration';

/** Migrations by name. They run in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** Thrown if a migration failed. All migrations of this start were rolled back. */
class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(migration: string | undefined, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const subject = migration === undefined ? 'the migrations' : `the migration ${migration}`;
    super(
      `${subject} failed and changed nothing: ${reason}. Fix the cause and start again, or start the previous version.`,
      { cause },
    );
  }
}

/** The migrations of one run. */
export interface MigrationOutcome {
  /** The migrations that this run made, in order. */
  executed: readonly string[];
  /** Those that the database has and this version does not: a newer version or a removed feature ran them. */
  unknown: readonly string[];
}

/**
 * Runs all missing migrations in one transaction.
 *
 * Unknown names are tolerated so that the previous version starts on newer tables. A missing migration runs even if
 * its name sorts earlier, so that a fork can number its own freely.
 *
 * @throws {MigrationError}
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Migrations,
  lock: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<MigrationOutcome> {
  return db.transaction().execute(async (transaction) => {
    await lock(transaction);
    let unknown: string[] = [];
    const migrator = new Migrator({
      db: transaction,
      allowUnorderedMigrations: true,
      provider: {
        async getMigrations() {
          unknown = (await executedMigrations(transaction)).filter(
            (name) => !Object.hasOwn(migrations, name),
          );
          return { ...migrations, ...Object.fromEntries(unknown.map((name) => [name, EXECUTED_ELSEWHERE])) };
        },
      },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw new MigrationError(failedMigration(results), error);
    return { executed: results?.map(({ migrationName }) => migrationName) ?? [], unknown };
  });
}

/** Placeholder for a migration that the database has and this version lacks. The migrator never runs it. */
const EXECUTED_ELSEWHERE: Migration = {
  up: () => Promise.reject(new Error('this version does not have the migration')),
};

async function executedMigrations<Tables>(transaction: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(transaction);
  return rows.map(({ name }) => name);
}

function failedMigration(results: readonly MigrationResult[] | undefined): string | undefined {
  return results?.find(({ status }) => status === 'Error')?.migrationName;
}
