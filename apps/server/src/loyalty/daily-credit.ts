import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import './tables.ts';

/**
 * Points that all staff of a shop together may add per UTC day, so that a stolen or shared staff session does
 * limited damage. Taken points do not raise the limit, and welcome points do not count.
 */
const DAILY_CREDIT_LIMIT = 1_000_000;

/**
 * Counts points against the shop's limit of the day. Returns `false`, and counts nothing, if they would exceed it.
 * One statement checks and counts, so concurrent adjustments cannot exceed the limit together.
 */
export async function addDailyCredit(
  transaction: Transaction<Tables>,
  shop: string,
  points: number,
  atMs: number,
): Promise<boolean> {
  if (points > DAILY_CREDIT_LIMIT) return false;
  const day = new Date(atMs).toISOString().slice(0, 10);
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('loyalty_daily_credits')
    .values({ shop, day, points })
    .onConflict((conflict) =>
      conflict
        .column('shop')
        .doUpdateSet((row) => ({
          // A row of a later day comes from an instance whose clock is ahead. It counts as today.
          day: row
            .case()
            .when('loyalty_daily_credits.day', '<', day)
            .then(day)
            .else(row.ref('loyalty_daily_credits.day'))
            .end(),
          points: row
            .case()
            .when('loyalty_daily_credits.day', '<', day)
            .then(points)
            .else(row('loyalty_daily_credits.points', '+', points))
            .end(),
        }))
        .where((row) =>
          row.or([
            row('loyalty_daily_credits.day', '<', day),
            row('loyalty_daily_credits.points', '<=', DAILY_CREDIT_LIMIT - points),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Undoes `addDailyCredit` in the same transaction, for an adjustment that failed. */
export async function subtractDailyCredit(
  transaction: Transaction<Tables>,
  shop: string,
  points: number,
): Promise<void> {
  await transaction
    .updateTable('loyalty_daily_credits')
    .set((row) => ({ points: row('points', '-', points) }))
    .where('shop', '=', shop)
    .execute();
}
