export interface ShutdownSteps {
  /** Seconds between `drain` and `close` after SIGTERM, so that load balancers notice that the server is not ready. */
  drainSeconds: number;
  drain: (signal: NodeJS.Signals, waitSeconds: number) => void;
  /** Stops listening, and resolves once every pending request has its response. */
  close: () => Promise<void>;
  /** How long pending requests may take before the process ends anyway. Default 15 seconds. */
  closeTimeoutMs?: number;
}

export interface Shutdown {
  /** Sets the shutdown steps once the server listens. Until then, a signal ends the process at once. */
  steps(steps: ShutdownSteps): void;
  /** Registers a callback that runs before the process ends. It must not take long. */
  beforeExit(callback: (exitCode: number) => Promise<void>): void;
}

const CLOSE_TIMEOUT_MS = 15_000;

/**
 * Handles SIGTERM (drains, waits, closes) and SIGINT (closes at once). A second signal skips the wait. Ends the
 * process with 0, or with 1 if pending requests did not finish in time.
 */
export function handleShutdownSignals(): Shutdown {
  let steps: ShutdownSteps | undefined;
  let beforeExit: (exitCode: number) => Promise<void> = async () => {};
  let skipWait: (() => void) | undefined;

  async function shutDown(signal: NodeJS.Signals): Promise<void> {
    const exitCode = steps ? await drainAndClose(signal, steps) : 0;
    await beforeExit(exitCode);
    exit(exitCode);
  }

  async function drainAndClose(signal: NodeJS.Signals, current: ShutdownSteps): Promise<number> {
    const { drainSeconds, drain, close, closeTimeoutMs = CLOSE_TIMEOUT_MS } = current;
    const waitSeconds = signal === 'SIGTERM' ? drainSeconds : 0;
    drain(signal, waitSeconds);
    const { promise: waited, resolve } = Promise.withResolvers<void>();
    skipWait = resolve;
    setTimeout(resolve, waitSeconds * 1000);
    await waited;
    const timedOut = new Promise<boolean>((resolve) => setTimeout(resolve, closeTimeoutMs, false).unref());
    const isClosed = await Promise.race([close().then(() => true), timedOut]);
    return isClosed ? 0 : 1;
  }

  let isShuttingDown = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isShuttingDown) skipWait?.();
      else void shutDown(signal);
      isShuttingDown = true;
    });
  }
  return {
    steps(next) {
      steps = next;
    },
    beforeExit(callback) {
      beforeExit = callback;
    },
  };
}

/**
 * Ends the process. `process.exit` waits for Node's thread pool, which a slow name server or file can block. In that
 * case, replaces the process with one that ends at once, with the same process id and exit code.
 */
export function exit(exitCode: number): never {
  const isPoolBusy = process.getActiveResourcesInfo().some((name) => /^(GetAddrInfo|FSReq)/.test(name));
  if (isPoolBusy && process.platform !== 'win32') {
    // A SIGUSR1 that is still pending must not open the inspector in the new process.
    const flags = ['--disable-sigusr1', '--eval', `process.exit(${exitCode})`];
    process.execve?.(process.execPath, [process.execPath, ...flags], {});
  }
  process.exit(exitCode);
}
