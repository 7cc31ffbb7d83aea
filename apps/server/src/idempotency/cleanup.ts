import type { Database } from '../database/database.ts';
import { deleteExpired, deleteLegacyClaims } from './records.ts';

export interface CleanupOptions {
  database: Database;
  logger: { error(details: object, message: string): void };
  now: () => number;
}

const INTERVAL_MS = 60_000;
/** Records per delete statement. Few, so that other writes do not wait long. */
export const CLEANUP_BATCH = 500;

/** Deletes expired records now and every minute. Returns a function that stops the timer and resolves when idle. */
export function startCleanup({ database, logger, now }: CleanupOptions): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isStopped = false;

  async function cleanUp(): Promise<void> {
    await database.write((transaction) => deleteLegacyClaims(transaction, now()));
    const deleteBatch = () =>
      database.write((transaction) => deleteExpired(transaction, now(), CLEANUP_BATCH));
    while (!isStopped && (await deleteBatch()));
  }

  function run(): void {
    running ??= cleanUp()
      .catch((error: unknown) => logger.error({ err: error }, 'expired idempotency records were not deleted'))
      .finally(() => {
        running = undefined;
      });
  }

  run();
  const timer = setInterval(run, INTERVAL_MS).unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
  };
}
