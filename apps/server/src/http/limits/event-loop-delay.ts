import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface EventLoopDelay {
  /** Starts measuring. Call it once the server listens, because start-up is one long stall. */
  start(): void;
  /** The mean delay of the last sample, in milliseconds. */
  meanMs(): number;
  stop(): void;
}

const RESOLUTION_MS = 10;
const SAMPLE_INTERVAL_MS = 500;

/**
 * Measures the delay of the event loop. Replaces @fastify/under-pressure, whose timer also calls `process.memoryUsage()`.
 * Without a free file descriptor, that throws EMFILE and ends the process.
 */
export function createEventLoopDelay(): EventLoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const sampleDelayMs = createDelaySampler(histogram);
  let timer: NodeJS.Timeout | undefined;
  let meanMs = 0;
  return {
    start() {
      histogram.enable();
      timer = setInterval(() => {
        meanMs = sampleDelayMs();
      }, SAMPLE_INTERVAL_MS).unref();
    },
    meanMs: () => meanMs,
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}

/**
 * Returns a function that returns the mean delay since its last call, in milliseconds, or 0 if nothing was recorded.
 * Never resets the histogram, because a reset would also lose the stall in progress.
 */
export function createDelaySampler(histogram: { count: number; mean: number }): () => number {
  let seen = { count: 0, sum: 0 };
  return () => {
    const { count } = histogram;
    const sum = count === 0 ? 0 : histogram.mean * count; // the mean of nothing is NaN
    const mean = count === seen.count ? 0 : (sum - seen.sum) / (count - seen.count);
    seen = { count, sum };
    return Math.max(0, mean / 1e6 - RESOLUTION_MS); // the histogram records the time between its ticks, in ns
  };
}
