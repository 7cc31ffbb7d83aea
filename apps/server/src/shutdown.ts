import type { Logger } from 'pino';

export interface ShutdownOptions {
  /** Seconds between `drain` and `close` after SIGTERM, for load balancers to see that the server is not ready. */
  drainSeconds: number;
  drain: () => void;
  /** Stops accepting connections and resolves when every request in flight has been answered. */
  close: () => Promise<void>;
}

/** Requests in flight get this long; then the process ends all the same. */
const CLOSE_TIMEOUT_MS = 15_000;

/**
 * SIGTERM drains, waits and closes; SIGINT (Ctrl-C) closes at once; a second signal skips the wait. Ends
 * the process with 0, or with 1 when requests in flight did not end in time.
 */
export function onSignals(logger: Logger, { drainSeconds, drain, close }: ShutdownOptions): void {
  let skipWait: (() => void) | undefined;

  async function shutDown(signal: NodeJS.Signals): Promise<void> {
    drain();
    const waitSeconds = signal === 'SIGTERM' ? drainSeconds : 0;
    logger.info({ signal, waitSeconds }, 'draining');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitSeconds * 1000);
      skipWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const closed = await Promise.race([
      close().then(() => true),
      new Promise<boolean>((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS, false).unref()),
    ]);
    logger.info({ closed }, 'stopped');
    logger.flush();
    process.exit(closed ? 0 : 1);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (skipWait) skipWait();
      else void shutDown(signal);
    });
  }
}
