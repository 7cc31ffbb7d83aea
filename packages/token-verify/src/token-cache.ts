export interface TokenCache<Session> {
  get(digest: string): Session | undefined;
  set(digest: string, session: Session): void;
  readonly size: number;
}

/**
 * Caches sessions in two generations. When the young generation is full, it replaces the old one, whose
 * sessions are dropped. So the cache keeps at least the latest half of `maxEntries`, and needs no timer and no
 * bookkeeping per entry. Does not check whether a session has expired.
 */
export function createTokenCache<Session>(maxEntries: number): TokenCache<Session> {
  const generationSize = Math.max(1, Math.floor(maxEntries / 2));
  let young = new Map<string, Session>();
  let old = new Map<string, Session>();

  return {
    get: (digest) => young.get(digest) ?? old.get(digest),
    set(digest, session) {
      if (maxEntries === 0) return;
      if (young.size === generationSize) {
        // A cache of one entry has no room for an old generation.
        if (maxEntries > 1) old = young;
        young = new Map();
      }
      young.set(digest, session);
    },
    get size() {
      return young.size + old.size;
    },
  };
}
