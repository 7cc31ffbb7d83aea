import type {
  AdjustmentRequest,
  AdjustmentResponse,
  EnrollmentResponse,
  LoyaltyEntry,
  LoyaltyMember,
} from '@session-token/shared';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Answer } from '../single-use/single-use.ts';
import {
  type AccountKey,
  type Author,
  changeBalance,
  type EntryRow,
  findLatestEntries,
  openAccount,
} from './account.ts';

/** What joining credits. */
export const WELCOME_POINTS = 100;

/** The account as the API shows it, or `undefined` for a customer who has not joined. */
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

/** Joins: 201 with the welcome points; 200 without, for a customer who had joined before. */
export async function enroll(
  transaction: Transaction<Tables>,
  key: AccountKey,
  author: Author,
): Promise<Answer<EnrollmentResponse>> {
  const welcome = { kind: 'welcome', points: WELCOME_POINTS, reason: null } as const;
  const isNew = await openAccount(transaction, key, welcome, author);
  const account = await findMember(transaction, key);
  if (!account) throw new TypeError('an account without an entry');
  return { status: isNew ? 201 : 200, body: { creditedPoints: isNew ? WELCOME_POINTS : 0, account } };
}

/** Adds or takes points; refuses a customer who has not joined, and a balance below zero. */
export async function adjust(
  transaction: Transaction<Tables>,
  key: AccountKey,
  { points, reason }: AdjustmentRequest,
  author: Author,
): Promise<Answer<AdjustmentResponse>> {
  const entry = await changeBalance(transaction, key, { kind: 'adjustment', points, reason }, author);
  if (entry) return { status: 201, body: { customerId: key.customerId, entry: toEntry(entry) } };
  const isMember = (await findMember(transaction, key)) !== undefined;
  return { refusal: isMember ? 'insufficient_points' : 'customer_not_enrolled' };
}

function toEntry({ sequence, kind, points, balance, reason, created_at }: EntryRow): LoyaltyEntry {
  const createdAt = new Date(created_at).toISOString();
  return { sequence, kind, points, balance, ...(reason !== null && { reason }), createdAt };
}
