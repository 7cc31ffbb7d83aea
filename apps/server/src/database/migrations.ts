import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, type MigrationResult, Migrator } from 'kysely/migration';

/** Migrations by name. Those of one start run in order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** A migration failed. Nothing of it was kept, nor of the others of that start. */
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

/**
 * Runs the migrations that this database lacks, all in one transaction, and returns the names of those that
 * a newer version, or a feature that was removed, has run.
 *
 * Such names are tolerated, so that the previous version starts on newer tables. A missing migration runs
 * whatever its name, so that a fork may number its own as it likes.
 *
 * @throws {MigrationError}
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Migrations,
  lock: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<string[]> {
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
    return unknown;
  });
}

/** Stands for a migration that is in the database and not in this version. The migrator never runs it. */
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
