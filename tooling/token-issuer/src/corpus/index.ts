import { ALGORITHMS } from './algorithm.ts';
import { ATTACKER_KEYS } from './attacker-keys.ts';
import { AUDIENCE } from './audience.ts';
import { CLAIMS } from './claims.ts';
import { ENCODINGS } from './encoding.ts';
import { FOREIGN } from './foreign.ts';
import { GENUINE_FORMS } from './genuine.ts';
import { HEADERS } from './header.ts';
import { ISSUERS } from './issuer.ts';
import { KINDS } from './kind.ts';
import { KNOWN_GENUINE } from './known-genuine.ts';
import { KNOWN_REFUSED } from './known-refused.ts';
import { PAYLOADS } from './payload.ts';
import type { GenuineToken, HostileToken } from './row.ts';
import { SHOPS } from './shop.ts';
import { SIGNATURES } from './signature.ts';
import { SIZES } from './size.ts';
import { TIMES } from './times.ts';

export type { CorpusContext } from './context.ts';
export { LIMITS } from './limits.ts';
export type { Category, Evidence, GenuineToken, HostileToken, Limit } from './row.ts';

/** Every token that a verifier must accept, apart from those of `LIMITS`. */
export const GENUINE_TOKENS: readonly GenuineToken[] = [...KNOWN_GENUINE, ...GENUINE_FORMS];

/** Every token that a verifier must reject, apart from those of `LIMITS`. */
export const HOSTILE_TOKENS: readonly HostileToken[] = [
  ...KNOWN_REFUSED,
  ...ALGORITHMS,
  ...SIGNATURES,
  ...ATTACKER_KEYS,
  ...ENCODINGS,
  ...PAYLOADS,
  ...HEADERS,
  ...CLAIMS,
  ...TIMES,
  ...AUDIENCE,
  ...SHOPS,
  ...ISSUERS,
  ...KINDS,
  ...FOREIGN,
  ...SIZES,
];
