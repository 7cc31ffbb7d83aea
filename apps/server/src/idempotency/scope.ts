import { createHash } from 'node:crypto';
import type { VerifiedToken } from '@session-token/token-verify';

/** Values that make two requests the same write. */
export interface IdempotencyScope {
  session: VerifiedToken;
  method: string;
  /** The route's pattern, such as `/api/loyalty/customers/:customerId/adjustments`. */
  route: string;
  /** The client's `Idempotency-Key`; without one, the token itself is the key. */
  key: string | undefined;
  /** Path parameters, query and body. Must be the same when the key is the same. */
  request: unknown;
}

/** Hashes that identify a write in the database. */
export interface ScopeHashes {
  /** Primary key of the record. */
  id: string;
  /** The first 64 bits of the id, signed, for PostgreSQL's advisory locks. */
  lockId: bigint;
  /** Identifies the caller within the shop. */
  caller: string;
  /** Identifies path parameters, query and body. */
  requestHash: string;
}

/** Binds the key to shop, caller and route, so no caller can reach or guess another caller's record. */
export function hashScope({ session, method, route, key, request }: IdempotencyScope): ScopeHashes {
  const caller = [session.shop, ...callerOf(session)];
  const ownKey = key === undefined ? ['token', session.tokenId] : ['key', key];
  const id = sha256([...caller, method, route, ...ownKey]);
  return {
    id: id.toString('hex'),
    lockId: id.readBigInt64BE(),
    caller: sha256(caller).toString('hex'),
    requestHash: sha256(sortKeys(request)).toString('hex'),
  };
}

/** Only the token distinguishes two guests, so a guest's retry with a new token is another caller's write. */
function callerOf(session: VerifiedToken): [kind: string, id: string] {
  if (session.kind === 'staff') return ['staff', session.userId];
  return session.customerId ? ['customer', session.customerId] : ['guest', session.tokenId];
}

/** Sorts the fields of every object, because their order in JSON has no meaning. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, sortKeys(field)]));
}

/** Hashes the JSON text, which distinguishes `["ab","c"]` from `["a","bc"]`. */
function sha256(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}
