import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import './tables.ts';

type Row = Tables['idempotency_records'];

/** The stored request and response of a write. */
export type IdempotencyRecord = Pick<Row, 'request_hash' | 'status' | 'response'>;

/** Returns the record with this id, unless it has expired. */
export async function findRecord(
  transaction: Transaction<Tables>,
  id: string,
  nowMs: number,
): Promise<IdempotencyRecord | undefined> {
  return transaction
    .selectFrom('idempotency_records')
    .select(['request_hash', 'status', 'response'])
    .where('id', '=', id)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst();
}

/** Inserts a record or replaces an expired one. Returns `false` if a live record has the same id. */
export async function insertRecord(
  transaction: Transaction<Tables>,
  { id, ...values }: Row,
  nowMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('idempotency_records')
    .values({ id, ...values })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(values).where('idempotency_records.expires_at', '<=', nowMs),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Returns when the oldest of the caller's `limit` newest live records expires, or `undefined` if there are fewer. */
export async function findExpiryAtLimit(
  transaction: Transaction<Tables>,
  caller: string,
  limit: number,
  nowMs: number,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom('idempotency_records')
    .select('expires_at')
    .where('caller', '=', caller)
    .where('expires_at', '>', nowMs)
    .orderBy('expires_at', 'desc')
    .offset(limit - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.expires_at;
}

/** Deletes up to `limit` expired records, oldest first. Returns whether more may be left. */
export async function deleteExpired(
  transaction: Transaction<Tables>,
  nowMs: number,
  limit: number,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('idempotency_records')
    .where('id', 'in', (query) =>
      query
        .selectFrom('idempotency_records')
        .select('id')
        .where('expires_at', '<=', nowMs)
        .orderBy('expires_at')
        .limit(limit),
    )
    .where('expires_at', '<=', nowMs) // a concurrent write may have replaced the record
    .executeTakeFirstOrThrow();
  return numDeletedRows === BigInt(limit);
}

/** Deletes rows that versions before 1.0.0 wrote: those that expired by `nowMs`, or all by default. */
export async function deleteLegacyClaims(
  transaction: Transaction<Tables>,
  nowMs = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  await transaction.deleteFrom('single_use_claims').where('expires_at', '<=', nowMs).execute();
}
