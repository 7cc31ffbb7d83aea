import type { ApiErrorCode } from '@session-token/shared';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ApiError } from '../errors/api-error.ts';
import { type Claim, createClaim, type WriteIdentity } from './claim.ts';
import { deleteExpiredClaims, findClaim, type KeptClaim, keepClaim } from './claim-store.ts';

/** What a write answers: a body, or a refusal that changed nothing. Either is kept, and is what a retry gets. */
export type Answer<Body> = { status: number; body: Body } | { refusal: ApiErrorCode };

export interface SingleUse {
  /**
   * Does a write once, and answers a retry with the first answer.
   *
   * @throws {ApiError} `idempotency_key_reused` where the key came with another request before;
   *   `idempotency_in_progress` while the same write is under way
   */
  run<Body extends object>(
    identity: WriteIdentity,
    write: Write<Body>,
  ): Promise<{ answer: Answer<Body>; isReplay: boolean }>;
}

/** The work of a write. The transaction is the one that keeps the claim; `nowMs` is the time to write down. */
type Write<Body> = (transaction: Transaction<Tables>, nowMs: number) => Promise<Answer<Body>>;

export interface SingleUseOptions {
  database: Database;
  logger: { error(details: object, message: string): void };
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** How long a retry gets the first answer: far longer than the 5 minutes that a token can be replayed for. */
export const CLAIM_LIFETIME_MS = 24 * 60 * 60 * 1000;
/** After how many writes expired claims are deleted, and how many at most: more than can have been added. */
export const CLEANUP = { everyWrites: 100, claims: 200 };
const RETRY_AFTER_SECONDS = 1;

/**
 * Guards writes against replay and retry. The claim on the key and the change that it stands for are one
 * transaction: whatever dies half-way leaves neither.
 */
export function createSingleUse({ database, logger, now = Date.now }: SingleUseOptions): SingleUse {
  const inFlight = new Set<string>();
  let writes = 0;

  async function claimAndWrite<Body extends object>(
    transaction: Transaction<Tables>,
    claim: Claim,
    write: Write<Body>,
  ): Promise<{ answer: Answer<Body>; isReplay: boolean }> {
    // Held until the commit, so that no other process can look for the claim before it can be seen.
    if (!(await database.tryLock(transaction, claim.lockId))) throw inProgress();
    const nowMs = now();
    const kept = await findClaim(transaction, claim, nowMs);
    if (kept) return { answer: replay<Body>(kept, claim), isReplay: true };

    const answer = await write(transaction, nowMs);
    const times = { nowMs, expiresAtMs: nowMs + CLAIM_LIFETIME_MS };
    if (!(await keepClaim(transaction, claim, toKept(answer), times))) throw inProgress();
    return { answer, isReplay: false };
  }

  function cleanUpNowAndThen(): void {
    writes += 1;
    if (writes % CLEANUP.everyWrites !== 1) return;
    // Beside the request, which has its answer already.
    database
      .read((db) => deleteExpiredClaims(db, now(), CLEANUP.claims))
      .catch((error: unknown) => logger.error({ err: error }, 'expired claims were not deleted'));
  }

  return {
    async run(identity, write) {
      const claim = createClaim(identity);
      // Refused before they take a connection, which others are waiting for.
      if (inFlight.has(claim.id)) throw inProgress();
      inFlight.add(claim.id);
      try {
        return await database.write((transaction) => claimAndWrite(transaction, claim, write));
      } finally {
        inFlight.delete(claim.id);
        cleanUpNowAndThen();
      }
    },
  };
}

function toKept(answer: Answer<object>): { status: number; answer: string } {
  return 'refusal' in answer
    ? { status: REFUSED, answer: answer.refusal }
    : { status: answer.status, answer: JSON.stringify(answer.body) };
}

/** Stands for a refusal, whose status is the error table's. */
const REFUSED = 0;

function replay<Body>(kept: KeptClaim, claim: Claim): Answer<Body> {
  if (kept.request !== claim.request) throw new ApiError('idempotency_key_reused');
  if (kept.status === REFUSED) return { refusal: kept.answer as ApiErrorCode };
  return { status: kept.status, body: JSON.parse(kept.answer) as Body };
}

function inProgress(): ApiError {
  return new ApiError('idempotency_in_progress', { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });
}
