import { readMigrationConfig } from './config.ts';
import { migrateDatabase } from './database/open.ts';
import { MIGRATIONS } from './features.ts';
import { createLogger, flushLog, openStdout } from './observability/logger.ts';
import { exit, type Shutdown } from './shutdown.ts';
import { readOrExit } from './start.ts';

/**
 * Runs the `migrate` command: the missing migrations, then exit. For a database user that owns the tables, while the
 * server runs with one that may only use them. Needs no client secret. Exits with 1 if nothing was changed because of
 * an error or a signal.
 */
export async function runMigrateCommand(shutdown: Shutdown): Promise<never> {
  const { database, logLevel } = readOrExit(() => readMigrationConfig());
  const logger = createLogger({ level: logLevel, destination: openStdout() });
  // A signal rolls back. The caller must not take that for success.
  shutdown.steps({ drainSeconds: 0, drain() {}, close: () => new Promise(() => {}), closeTimeoutMs: 0 });
  const exitCode = await migrateDatabase(database, { migrations: MIGRATIONS, logger }).then(
    ({ executed, unknown }) => {
      logger.info({ executed, unknown }, executed.length > 0 ? 'migrated' : 'nothing to migrate');
      return 0;
    },
    (error: Error) => {
      logger.fatal({ err: error }, error.message);
      return 1;
    },
  );
  await flushLog(logger);
  return exit(exitCode);
}
