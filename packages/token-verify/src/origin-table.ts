import type { TokenOrigin } from './token-record.ts';

/** Makes equal origins one object, so that thousands of remembered tokens of one shop share its strings. */
export interface OriginTable {
  share(origin: TokenOrigin): TokenOrigin;
}

/** Far more shops than one process serves within the life of a token; about 4 MB. */
const MAX_ORIGINS = 10_000;

/** Asked only about tokens whose signature matched, so that strangers cannot fill it; full, it starts anew. */
export function createOriginTable(maxOrigins = MAX_ORIGINS): OriginTable {
  const origins = new Map<string, TokenOrigin>();
  return {
    share(origin) {
      const key = `${origin.signedWith} ${origin.dest} ${origin.iss ?? ''}`;
      const known = origins.get(key);
      if (known) return known;
      if (origins.size >= maxOrigins) origins.clear();
      origins.set(key, origin);
      return origin;
    },
  };
}
