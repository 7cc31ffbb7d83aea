import { createHash } from 'node:crypto';
import type { VerifiedToken } from '@session-token/token-verify';

/** What makes a write the same write. */
export interface WriteIdentity {
  session: VerifiedToken;
  /** The route's method and pattern. */
  route: string;
  /** The client's `Idempotency-Key`; without one, the token itself is the key. */
  key: string | undefined;
  /** What is asked for, ids in the path included: the same key must come with the same. */
  request: Readonly<Record<string, string | number>>;
}

export interface Claim {
  /** Primary key of the claim, a SHA-256 hash. */
  id: string;
  /** The first 64 bits of the id, signed, as PostgreSQL's advisory locks take them. */
  lockId: bigint;
  /** Hash of what is asked for. */
  request: string;
}

/** Binds the key to shop, caller and route: nobody can meet, or guess at, another one's claim. */
export function createClaim({ session, route, key, request }: WriteIdentity): Claim {
  const ownKey = key === undefined ? ['token', session.tokenId] : ['key', key];
  const id = sha256([session.shop, ...callerOf(session), route, ...ownKey]);
  return {
    id: id.toString('hex'),
    lockId: id.readBigInt64BE(),
    request: sha256(Object.entries(request).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString('hex'),
  };
}

/** Nothing tells two anonymous buyers apart but their tokens: a retry with another token is another caller's. */
function callerOf(session: VerifiedToken): [kind: string, id: string] {
  if (session.kind === 'staff') return ['staff', session.userId];
  return session.customerId ? ['customer', session.customerId] : ['anonymous', session.tokenId];
}

/** Of the JSON text, which tells apart what a joined string would not: `["ab","c"]` and `["a","bc"]`. */
function sha256(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}
