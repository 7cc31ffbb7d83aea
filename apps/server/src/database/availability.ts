/** What is known of the database from the queries that were made: no query is made to find out. */
export interface Availability {
  succeeded(): void;
  failed(error: unknown): void;
  /** Whether the last query succeeded, and not long ago. */
  isFresh(): boolean;
}

export interface AvailabilityLogger {
  info(message: string): void;
  warn(details: object, message: string): void;
}

const FRESH_MS = 1_000;
/** A database at its limit fails and succeeds in turns: its lines come no faster than this. */
const LOG_INTERVAL_MS = 5_000;

/** Follows a database through its outages, and logs when one begins and ends. */
export function createAvailability(logger: AvailabilityLogger): Availability {
  let succeededAt = Number.NEGATIVE_INFINITY;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let isLoggedDown = false;

  return {
    succeeded() {
      succeededAt = performance.now();
      if (!isLoggedDown) return;
      isLoggedDown = false;
      logger.info('database available again');
    },
    failed(error) {
      succeededAt = Number.NEGATIVE_INFINITY;
      if (isLoggedDown || performance.now() - loggedAt < LOG_INTERVAL_MS) return;
      isLoggedDown = true;
      loggedAt = performance.now();
      logger.warn({ err: error }, 'database unavailable');
    },
    isFresh: () => performance.now() - succeededAt < FRESH_MS,
  };
}
