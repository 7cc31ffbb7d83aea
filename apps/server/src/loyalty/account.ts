import type { VerifiedToken } from '@session-token/token-verify';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import './tables.ts';

/** A customer of a shop. The shop is always the token's. */
export interface AccountKey {
  shop: string;
  customerId: string;
}

/** Who changes points, and by which request. */
export interface Author {
  session: VerifiedToken;
  idempotencyKey: string | undefined;
  atMs: number;
}

type Entry = Tables['loyalty_entries'];
type Change = Pick<Entry, 'kind' | 'points' | 'reason'>;

/** What is told of an entry. */
export type EntryRow = Pick<Entry, 'sequence' | 'kind' | 'points' | 'balance' | 'reason' | 'created_at'>;

const ENTRY_COLUMNS = ['e.sequence', 'e.kind', 'e.points', 'e.balance', 'e.reason', 'e.created_at'] as const;
const LATEST_ENTRIES = 10;

/**
 * The latest entries, newest first, each with the time of enrolment; none for a customer who has not
 * joined. One statement, so that balance and entries are of the same moment.
 */
export function findLatestEntries(
  db: Kysely<Tables>,
  { shop, customerId }: AccountKey,
): Promise<Array<EntryRow & { enrolled_at: number }>> {
  return db
    .selectFrom('loyalty_entries as e')
    .innerJoin('loyalty_accounts as a', (join) =>
      join.onRef('a.shop', '=', 'e.shop').onRef('a.customer_id', '=', 'e.customer_id'),
    )
    .select([...ENTRY_COLUMNS, 'a.enrolled_at'])
    .where('e.shop', '=', shop)
    .where('e.customer_id', '=', customerId)
    .orderBy('e.sequence', 'desc')
    .limit(LATEST_ENTRIES)
    .execute();
}

/** Opens the account with its first entry. Returns `false` when there is one. */
export async function openAccount(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  author: Author,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('loyalty_accounts')
    .values({
      shop,
      customer_id: customerId,
      balance: change.points,
      entry_count: 1,
      enrolled_at: author.atMs,
    })
    .onConflict((conflict) => conflict.columns(['shop', 'customer_id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const position = { sequence: 1, balance: change.points };
  await addEntry(transaction, { shop, customerId }, change, position, author);
  return true;
}

/**
 * Changes the balance and writes the entry for it. Returns `undefined`, with nothing changed, when there
 * is no such account or the balance would fall below zero.
 */
export async function changeBalance(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  author: Author,
): Promise<EntryRow | undefined> {
  // Checks and changes in one statement: the row is locked from here to the commit.
  const account = await transaction
    .updateTable('loyalty_accounts')
    .set((column) => ({
      balance: column('balance', '+', change.points),
      entry_count: column('entry_count', '+', 1),
    }))
    .where('shop', '=', shop)
    .where('customer_id', '=', customerId)
    .where((column) => column(column('balance', '+', change.points), '>=', 0))
    .returning(['balance', 'entry_count'])
    .executeTakeFirst();
  if (!account) return undefined;
  const position = { sequence: account.entry_count, balance: account.balance };
  await addEntry(transaction, { shop, customerId }, change, position, author);
  return { ...change, ...position, created_at: author.atMs };
}

async function addEntry(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  position: Pick<Entry, 'sequence' | 'balance'>,
  { session, idempotencyKey, atMs }: Author,
): Promise<void> {
  const isStaff = session.kind === 'staff';
  await transaction
    .insertInto('loyalty_entries')
    .values({
      shop,
      customer_id: customerId,
      ...change,
      ...position,
      actor_kind: isStaff ? 'staff' : 'customer',
      actor_id: isStaff ? session.userId : customerId,
      token_id: session.tokenId,
      idempotency_key: idempotencyKey ?? null,
      created_at: atMs,
    })
    .execute();
}
