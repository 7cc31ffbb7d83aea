import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

/**
 * Makes erasures of the shop or customer wait for this transaction, and this transaction wait for one that runs.
 * Without the lock, a write that commits during an erasure would leave its rows behind.
 */
export async function lockForWrite(
  database: Database,
  transaction: Transaction<Tables>,
  { shop, customerId }: { shop: string; customerId: string | null },
): Promise<void> {
  const customer = customerId === null ? [] : [lockIdOf('customer', shop, customerId)];
  await database.lock(transaction, 'shared', [lockIdOf('shop', shop), ...customer]);
}

/**
 * Waits for pending writes and other privacy requests about the customer or, without a `customerId`, in the whole
 * shop, and makes new ones wait for this transaction.
 */
export async function lockForPrivacyRequest(
  database: Database,
  transaction: Transaction<Tables>,
  { shop, customerId }: { shop: string; customerId?: string },
): Promise<void> {
  const shopLock = lockIdOf('shop', shop);
  await database.lock(transaction, customerId === undefined ? 'exclusive' : 'shared', [shopLock]);
  if (customerId !== undefined)
    await database.lock(transaction, 'exclusive', [lockIdOf('customer', shop, customerId)]);
}

function lockIdOf(...parts: string[]): bigint {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readBigInt64BE();
}
