import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Claim } from './claim.ts';
import './tables.ts';

/** A claim as it was kept: what was asked, and what was answered. */
export interface KeptClaim {
  request: string;
  status: number;
  answer: string;
}

/** The claim of this id, unless it has expired. */
export async function findClaim(
  transaction: Transaction<Tables>,
  claim: Claim,
  nowMs: number,
): Promise<KeptClaim | undefined> {
  return transaction
    .selectFrom('single_use_claims')
    .select(['request', 'status', 'answer'])
    .where('claim', '=', claim.id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
}

/** Keeps a claim in the place of an expired one. Returns `false` when there is one that has not expired. */
export async function keepClaim(
  transaction: Transaction<Tables>,
  claim: Claim,
  answered: { status: number; answer: string },
  { nowMs, expiresAtMs }: { nowMs: number; expiresAtMs: number },
): Promise<boolean> {
  const values = { request: claim.request, ...answered, expires_at: expiresAtMs };
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('single_use_claims')
    .values({ claim: claim.id, ...values })
    .onConflict((conflict) =>
      conflict.column('claim').doUpdateSet(values).where('single_use_claims.expires_at', '<=', nowMs),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Deletes expired claims, the oldest first, `limit` at most. */
export async function deleteExpiredClaims(db: Kysely<Tables>, nowMs: number, limit: number): Promise<void> {
  await db
    .deleteFrom('single_use_claims')
    .where('claim', 'in', (query) =>
      query
        .selectFrom('single_use_claims')
        .select('claim')
        .where('expires_at', '<=', nowMs)
        .orderBy('expires_at')
        .limit(limit),
    )
    .where('expires_at', '<=', nowMs) // claimed anew since the inner query looked
    .execute();
}
