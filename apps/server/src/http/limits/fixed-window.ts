export interface FixedWindowOptions {
  windowMs: number;
  /** Keys kept at most. Beyond that, the keys that were not used lately are dropped. */
  maxKeys: number;
  /** Milliseconds on a monotonic clock. Default: `performance.now`. */
  now?: () => number;
}

/** Counts the requests of each key. */
export interface LimitWindow {
  /** Adds one to the key's count. */
  count(key: string): WindowCount | Promise<WindowCount>;
  /** Returns the key's count without changing it. */
  peek(key: string): WindowCount | Promise<WindowCount>;
}

/** A window of this process. */
export interface FixedWindow extends LimitWindow {
  count(key: string): WindowCount;
  peek(key: string): WindowCount;
}

/** Creates the window of a limit. `name` distinguishes it from other limits. */
export type CreateWindow = (name: string, options: FixedWindowOptions) => LimitWindow;

export interface WindowCount {
  count: number;
  /** Seconds until the window ends, rounded up; at least 1. */
  secondsLeft: number;
}

interface Window {
  count: number;
  endsAt: number;
}

/** Limits per minute that all instances count together, in Redis. */
export interface SharedLimits {
  /** Creates a window that all instances share. Counts in this process while Redis is down, slow or full. */
  createWindow: CreateWindow;
  /** Whether Redis counts now. */
  isAvailable(): boolean;
  close(): void;
}

/** Creates windows of this process. */
export const createLocalWindow: CreateWindow = (_name, options) => createFixedWindow(options);

/**
 * Counts per key, in windows that begin with the first count of a key. Each process counts for itself.
 * Synchronous, because the counter of @fastify/rate-limit made a forged token a tenth more expensive.
 */
export function createFixedWindow({
  windowMs,
  maxKeys,
  now = () => performance.now(),
}: FixedWindowOptions): FixedWindow {
  // Two generations: when the young one is full, the keys that are only in the old one are dropped together.
  let young = new Map<string, Window>();
  let old = new Map<string, Window>();

  function insert(key: string, window: Window): Window {
    if (young.size >= maxKeys / 2) {
      old = young;
      young = new Map();
    }
    young.set(key, window);
    return window;
  }

  const toCount = ({ count, endsAt }: Window, time: number): WindowCount => ({
    count,
    secondsLeft: Math.ceil((endsAt - time) / 1000),
  });

  return {
    count(key) {
      const time = now();
      const window = young.get(key) ?? insert(key, old.get(key) ?? { count: 0, endsAt: time + windowMs });
      if (window.endsAt <= time) {
        window.count = 0;
        window.endsAt = time + windowMs;
      }
      window.count += 1;
      return toCount(window, time);
    },
    peek(key) {
      const time = now();
      const window = young.get(key) ?? old.get(key);
      const isOpen = window !== undefined && window.endsAt > time;
      return toCount(isOpen ? window : { count: 0, endsAt: time + windowMs }, time);
    },
  };
}
