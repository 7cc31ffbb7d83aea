export interface FixedWindowOptions {
  windowMs: number;
  /** Keys remembered at most. Past half of it those go that were not seen since the half before was full. */
  maxKeys: number;
  /** Milliseconds, of a clock that never goes back. Default: since the process began. */
  now?: () => number;
}

export interface FixedWindow {
  count(key: string): WindowCount;
}

export interface WindowCount {
  /** In this window, this one included. */
  count: number;
  /** Until the window ends, rounded up; at least 1. */
  secondsLeft: number;
}

interface Window {
  count: number;
  endsAt: number;
}

/**
 * Counts per key in windows that begin with a key's first count. Synchronous and in memory: a count is a
 * look-up, where a store behind promises took a tenth of the throughput. Every process counts for itself.
 */
export function createFixedWindow({
  windowMs,
  maxKeys,
  now = () => performance.now(),
}: FixedWindowOptions): FixedWindow {
  // Two generations: when the young one is full, what only the old one knows is forgotten, all at once.
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
