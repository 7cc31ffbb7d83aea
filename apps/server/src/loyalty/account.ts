import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Actor } from '../idempotency/idempotent-writes.ts';
import './tables.ts';

/** Identifies an account. The shop is always the token's. */
export interface AccountKey {
  shop: string;
  customerId: string;
}

type Entry = Tables['loyalty_entries'];
type Change = Pick<Entry, 'kind' | 'points' | 'reason'>;

/** Columns of an entry that the API returns. */
export type EntryRow = Pick<Entry, 'sequence' | 'kind' | 'points' | 'balance' | 'reason' | 'created_at'>;

const ENTRY_COLUMNS = ['e.sequence', 'e.kind', 'e.points', 'e.balance', 'e.reason', 'e.created_at'] as const;
const LATEST_ENTRIES = 10;

/**
 * Returns the latest entries, newest first, each with the time of enrollment, or none if the customer has not
 * joined. Uses one statement, so balance and entries are consistent.
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

/** Opens the account with its first entry. Returns `false` if the customer has an account. */
export async function openAccount(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  actor: Actor,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('loyalty_accounts')
    .values({
      shop,
      customer_id: customerId,
      balance: change.points,
      entry_count: 1,
      enrolled_at: actor.atMs,
    })
    .onConflict((conflict) => conflict.columns(['shop', 'customer_id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const position = { sequence: 1, balance: change.points };
  await addEntry(transaction, { shop, customerId }, change, position, actor);
  return true;
}

/**
 * Changes the balance and adds the entry for it. Returns `undefined`, and changes nothing, if the account
 * does not exist or its balance would fall below zero.
 */
export async function changeBalance(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  actor: Actor,
): Promise<EntryRow | undefined> {
  // One statement checks and changes the balance; the row stays locked until the commit.
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
  await addEntry(transaction, { shop, customerId }, change, position, actor);
  return { ...change, ...position, created_at: actor.atMs };
}

async function addEntry(
  transaction: Transaction<Tables>,
  { shop, customerId }: AccountKey,
  change: Change,
  position: Pick<Entry, 'sequence' | 'balance'>,
  { session, idempotencyKey, atMs }: Actor,
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
