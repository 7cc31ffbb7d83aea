export interface FixedWindowOptions {
  windowMs: number;
  /** Maximum number of keys. When one half is full, the other half, counted less recently, is dropped. */
  maxKeys: number;
  /** Returns milliseconds of a monotonic clock. Default: since the process started. */
  now?: () => number;
}

export interface FixedWindow {
  count(key: string): WindowCount;
}

export interface WindowCount {
  /** Counts in this window, including this one. */
  count: number;
  /** Seconds until the window ends, rounded up; at least 1. */
  secondsLeft: number;
}

interface Window {
  count: number;
  endsAt: number;
}

/**
 * Counts per key in windows that begin with the key's first count. Synchronous and in memory, because an asynchronous
 * store cost a tenth of the throughput. Each process counts for itself.
 */
export function createFixedWindow({
  windowMs,
  maxKeys,
  now = () => performance.now(),
}: FixedWindowOptions): FixedWindow {
  // Two generations: when the young one is full, the old one is dropped.
  let young = new Map<string, Window>();
  let old = new Map<string, Window>();

  function enter(key: string, window: Window): Window {
    if (young.size >= maxKeys / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, window);
    return window;
  }

  return {
    count(key) {
      const time = now();
      let window = young.get(key);
      if (window === undefined) window = enter(key, old.get(key) ?? { count: 0, endsAt: time + windowMs });
      if (window.endsAt <= time) {
        window.count = 0;
        window.endsAt = time + windowMs;
      }
      window.count += 1;
      return { count: window.count, secondsLeft: Math.ceil((window.endsAt - time) / 1000) };
    },
  };
}
