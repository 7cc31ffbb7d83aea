/** The state of a service that the server uses, derived from regular queries. */
export interface Availability {
  succeeded(kind: QueryKind): void;
  failed(kind: QueryKind, error: unknown): void;
  /** Whether a write succeeded recently, and no query has failed since. */
  isFresh(): boolean;
  /** Whether a write failed, and none has succeeded since. */
  isWriteFailing(): boolean;
}

export type QueryKind = 'read' | 'write';

export interface AvailabilityLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

const FRESH_MS = 1_000;
/** Minimum time between log lines, because an overloaded service fails and succeeds alternately. */
const LOG_INTERVAL_MS = 5_000;

/**
 * Tracks outages of a service and logs when one begins and ends. Successful reads prove little: they still work with
 * a full disk, a full memory or a read-only server.
 *
 * @param name begins the log lines
 */
export function createAvailability(
  name: string,
  logger: AvailabilityLogger,
  monotonicNow: () => number,
): Availability {
  let writtenAt = Number.NEGATIVE_INFINITY;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let isLoggedDown = false;
  let isWriteFailing = false;

  return {
    succeeded(kind) {
      if (kind === 'write') {
        writtenAt = monotonicNow();
        isWriteFailing = false;
      }
      if (!isLoggedDown || isWriteFailing) return;
      isLoggedDown = false;
      logger.info({}, `${name} available again`);
    },
    failed(kind, error) {
      writtenAt = Number.NEGATIVE_INFINITY;
      if (kind === 'write') isWriteFailing = true;
      if (isLoggedDown || monotonicNow() - loggedAt < LOG_INTERVAL_MS) return;
      isLoggedDown = true;
      loggedAt = monotonicNow();
      logger.warn({ err: error }, `${name} unavailable`);
    },
    isFresh: () => monotonicNow() - writtenAt < FRESH_MS,
    isWriteFailing: () => isWriteFailing,
  };
}
