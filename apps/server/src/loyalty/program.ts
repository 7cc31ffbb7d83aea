import type {
  AdjustmentRequest,
  AdjustmentResponse,
  EnrollmentResponse,
  LoyaltyEntry,
  LoyaltyMember,
} from '@session-token/shared';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Actor } from '../idempotency/idempotent-writes.ts';
import type { WriteResult } from '../idempotency/reply.ts';
import { type AccountKey, changeBalance, type EntryRow, findLatestEntries, openAccount } from './account.ts';
import { addDailyCredit, subtractDailyCredit } from './daily-credit.ts';

/** Points that joining credits. */
export const WELCOME_POINTS = 100;

/** Returns the account as the API shows it, or `undefined` if the customer has not joined. */
export async function findMember(db: Kysely<Tables>, key: AccountKey): Promise<LoyaltyMember | undefined> {
  const rows = await findLatestEntries(db, key);
  const [latest] = rows;
  return (
    latest && {
      enrolled: true,
      balance: latest.balance,
      enrolledAt: new Date(latest.enrolled_at).toISOString(),
      entries: rows.map(toEntry),
    }
  );
}

/** Enrolls the customer: 201 with the welcome points, or 200 without if they had joined before. */
export async function enroll(
  transaction: Transaction<Tables>,
  key: AccountKey,
  actor: Actor,
): Promise<WriteResult<EnrollmentResponse>> {
  const welcome = { kind: 'welcome', points: WELCOME_POINTS, reason: null } as const;
  const isNew = await openAccount(transaction, key, welcome, actor);
  const account = await findMember(transaction, key);
  if (!account) throw new TypeError('an account without an entry');
  const body = { creditedPoints: isNew ? WELCOME_POINTS : 0, account };
  return isNew ? { status: 201, body } : { status: 200, body, unchanged: true };
}

/**
 * Adds or takes points. Fails if the customer has not joined, the balance would fall below zero, or the shop's
 * staff would add more than `DAILY_CREDIT_LIMIT` points today.
 */
export async function adjust(
  transaction: Transaction<Tables>,
  key: AccountKey,
  { points, reason }: AdjustmentRequest,
  actor: Actor,
): Promise<WriteResult<AdjustmentResponse>> {
  if (points > 0 && !(await addDailyCredit(transaction, key.shop, points, actor.atMs)))
    return { error: 'daily_credit_limit_reached' };
  const entry = await changeBalance(transaction, key, { kind: 'adjustment', points, reason }, actor);
  if (entry) return { status: 201, body: { customerId: key.customerId, entry: toEntry(entry) } };
  if (points > 0) await subtractDailyCredit(transaction, key.shop, points);
  const isMember = (await findMember(transaction, key)) !== undefined;
  return { error: isMember ? 'insufficient_points' : 'customer_not_enrolled' };
}

function toEntry({ sequence, kind, points, balance, reason, created_at }: EntryRow): LoyaltyEntry {
  const createdAt = new Date(created_at).toISOString();
  return { sequence, kind, points, balance, ...(reason !== null && { reason }), createdAt };
}
