import type { ApiErrorCode } from '@session-token/shared';
import type { VerifiedToken } from '@session-token/token-verify';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ApiError } from '../http/errors/api-error.ts';
import { lockForWrite } from '../privacy/locks.ts';
import { type createWriteLimit, MAX_RESPONSE_BYTES, tooManyRecords, WRITE_LIMITS } from './limits.ts';
import { findExpiryAtLimit, findRecord, type IdempotencyRecord, insertRecord } from './records.ts';
import type { WriteResult } from './reply.ts';
import { hashScope, type IdempotencyScope, type ScopeHashes } from './scope.ts';

/** The caller of a write, for the rows that record it. */
export interface Actor {
  session: VerifiedToken;
  idempotencyKey: string | undefined;
  /** Milliseconds since the epoch. */
  atMs: number;
}

/** Makes the change. The transaction also stores the idempotency record. */
export type Write<Body extends object> = (
  transaction: Transaction<Tables>,
  actor: Actor,
) => Promise<WriteResult<Body>>;

export interface WriteOutcome<Body extends object> {
  result: WriteResult<Body>;
  isReplay: boolean;
}

export interface IdempotentWritesOptions {
  database: Database;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Counts a caller's write and throws `rate_limited` past the limit. Default: no limit. */
  countWrite?: ReturnType<typeof createWriteLimit> | undefined;
}

/** How long retries get the first response. A token can be replayed for only 5 minutes. */
const RECORD_LIFETIME_MS = 24 * 60 * 60 * 1000;
const RETRY_AFTER_SECONDS = 1;

/**
 * Creates the function that runs a write once per scope and returns the first result to every retry. One transaction
 * stores the record and the change, so a crash keeps both or neither.
 */
export function createIdempotentWrites({ database, now, countWrite }: IdempotentWritesOptions) {
  const pending = new Set<string>();

  async function writeOnce<Body extends object>(
    transaction: Transaction<Tables>,
    { session, key }: IdempotencyScope,
    hashes: ScopeHashes,
    customerId: string | null,
    write: Write<Body>,
  ): Promise<WriteOutcome<Body>> {
    // Held until the commit, so no other process can look for the record before it is visible.
    if (!(await database.tryLock(transaction, hashes.lockId))) throw inProgress();
    await lockForWrite(database, transaction, { shop: session.shop, customerId });
    const { id, caller, requestHash } = hashes;
    const nowMs = now();
    const record = await findRecord(transaction, id, nowMs);
    if (record) return { result: replay<Body>(record, requestHash), isReplay: true };

    const { liveRecords } = WRITE_LIMITS[session.kind];
    const expiresAtLimit = await findExpiryAtLimit(transaction, caller, liveRecords, nowMs);
    if (expiresAtLimit !== undefined) throw tooManyRecords(session.kind, expiresAtLimit, nowMs);

    const result = await write(transaction, { session, idempotencyKey: key, atMs: nowMs });
    const outcome = { result, isReplay: false };
    if ('unchanged' in result && result.unchanged) throw new Unchanged(outcome);
    const row = {
      id,
      request_hash: requestHash,
      shop: session.shop,
      customer_id: customerId,
      caller,
      ...toStored(result),
      expires_at: nowMs + RECORD_LIFETIME_MS,
    };
    if (!(await insertRecord(transaction, row, nowMs))) throw inProgress();
    return outcome;
  }

  /**
   * Runs the write, or returns the result of an earlier request with the same scope.
   *
   * @param customerId the customer the write is about; their erasure deletes the record
   * @throws {ApiError} `idempotency_key_reused` if the key was used for another request;
   *   `idempotency_in_progress` while the same write is pending; `rate_limited` past `WRITE_LIMITS`
   */
  return async function run<Body extends object>(
    scope: IdempotencyScope,
    customerId: string | null,
    write: Write<Body>,
  ): Promise<WriteOutcome<Body>> {
    const hashes = hashScope(scope);
    await countWrite?.(hashes.caller, scope.session.kind);
    if (pending.has(hashes.id)) throw inProgress(); // before it takes a connection that others need
    pending.add(hashes.id);
    try {
      return await database.write((transaction) => writeOnce(transaction, scope, hashes, customerId, write));
    } catch (error) {
      if (error instanceof Unchanged) return error.outcome as WriteOutcome<Body>;
      throw error;
    } finally {
      pending.delete(hashes.id);
    }
  };
}

/** Rolls back a transaction that changed nothing, and carries its outcome. */
class Unchanged extends Error {
  readonly outcome: WriteOutcome<object>;

  constructor(outcome: WriteOutcome<object>) {
    super('unchanged');
    this.outcome = outcome;
  }
}

/** The stored status of an error, whose own status is in the error table. */
const ERROR_STATUS = 0;

function toStored(result: WriteResult<object>): Pick<IdempotencyRecord, 'status' | 'response'> {
  if ('error' in result) return { status: ERROR_STATUS, response: result.error };
  const response = JSON.stringify(result.body);
  if (Buffer.byteLength(response) > MAX_RESPONSE_BYTES)
    throw new TypeError(`a write's response exceeds ${MAX_RESPONSE_BYTES} bytes`);
  return { status: result.status, response };
}

function replay<Body extends object>(record: IdempotencyRecord, requestHash: string): WriteResult<Body> {
  if (record.request_hash !== requestHash) throw new ApiError('idempotency_key_reused');
  if (record.status === ERROR_STATUS) return { error: record.response as ApiErrorCode };
  return { status: record.status, body: JSON.parse(record.response) as Body };
}

function inProgress(): ApiError {
  return new ApiError('idempotency_in_progress', { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });
}
