import { findLifeFault, type Instant } from './times.ts';
import type { TokenRecord } from './token-record.ts';

export interface TokenCache {
  /** The record under this digest, if its token is valid now. */
  recall(digest: string, instant: Instant): TokenRecord | undefined;
  remember(digest: string, record: TokenRecord, instant: Instant): void;
  readonly size: number;
}

/** How many expired records one new one pushes out: more than one, so that the cache shrinks when traffic does. */
const SWEPT_PER_NEW_RECORD = 2;

/**
 * Remembers verified tokens, at most `maxEntries`, none of them beyond its life: the clock is asked
 * again on every recall. An entry takes about 270 bytes of heap for a customer's token and 215 for an
 * anonymous buyer's (measured at 1 000 000 entries on Node 24; a little more in a smaller cache).
 *
 * Full, it drops the oldest entry (first in, first out). All tokens live equally long, so the oldest
 * is the next to expire and the least worth keeping; and recalling changes nothing, where an LRU would
 * write on every hit. There are no timers: each new record sweeps out expired ones from the old end.
 */
export function createTokenCache(maxEntries: number): TokenCache {
  const records = new Map<string, TokenRecord>();
  // One iterator for good: a new one would have to step over all that was deleted at the front.
  let oldestFirst = records.keys();
  let oldest: string | undefined;

  function peekOldest(): string | undefined {
    if (oldest === undefined) {
      const next = oldestFirst.next();
      if (next.done) oldestFirst = records.keys();
      oldest = next.value;
    }
    return oldest;
  }

  function dropOldest(): void {
    const digest = peekOldest();
    if (digest !== undefined) records.delete(digest);
    oldest = undefined;
  }

  function oldestHasExpired({ nowSeconds, clockToleranceSeconds }: Instant): boolean {
    const digest = peekOldest();
    const record = digest === undefined ? undefined : records.get(digest);
    return record !== undefined && record.exp <= nowSeconds - clockToleranceSeconds;
  }

  return {
    recall(digest, instant) {
      const record = records.get(digest);
      return record && findLifeFault(record, instant) === undefined ? record : undefined;
    },
    remember(digest, record, instant) {
      for (let swept = 0; swept < SWEPT_PER_NEW_RECORD && oldestHasExpired(instant); swept += 1) dropOldest();
      if (maxEntries === 0) return;
      if (records.size >= maxEntries) dropOldest();
      records.set(digest, record);
    },
    get size() {
      return records.size;
    },
  };
}
