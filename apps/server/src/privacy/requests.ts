import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { PendingRequests } from '../observability/service-metrics.ts';
import type { DataSubject } from './personal-data.ts';
import './tables.ts';

type Row = Tables['privacy_requests'];

/** A privacy request from Shopify. */
export type PrivacyRequest = CustomerRequest | { webhookId: string; kind: 'shop_erasure'; shop: string };

export type CustomerRequest = DataSubject & {
  webhookId: string;
  kind: 'customer_export' | 'customer_erasure';
};

/** Inserts a request. Returns `false` if it was inserted before: Shopify delivers a webhook more than once. */
export async function insertRequest(
  transaction: Transaction<Tables>,
  request: PrivacyRequest,
  receivedAtMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('privacy_requests')
    .values({
      webhook_id: request.webhookId,
      kind: request.kind,
      shop: request.shop,
      customer_id: request.kind === 'shop_erasure' ? null : request.customerId,
      order_ids: request.kind === 'shop_erasure' ? null : JSON.stringify(request.orderIds),
      received_at: receivedAtMs,
      completed_at: null,
      export: null,
    })
    .onConflict((conflict) => conflict.column('webhook_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Returns all pending requests, oldest first. */
export async function findPendingRequests(db: Kysely<Tables>): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom('privacy_requests')
    .select(['webhook_id', 'kind', 'shop', 'customer_id', 'order_ids'])
    .where('completed_at', 'is', null)
    .orderBy('received_at')
    .execute();
  return rows.map(toRequest);
}

export async function countPendingRequests(db: Kysely<Tables>): Promise<PendingRequests> {
  const { count, oldest } = await db
    .selectFrom('privacy_requests')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min<number | null>('received_at').as('oldest'),
    ])
    .where('completed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { count, oldestReceivedAtMs: oldest ?? undefined };
}

function toRequest(
  row: Pick<Row, 'webhook_id' | 'kind' | 'shop' | 'customer_id' | 'order_ids'>,
): PrivacyRequest {
  const { webhook_id: webhookId, kind, shop, customer_id: customerId, order_ids: orderIds } = row;
  if (kind === 'shop_erasure') return { webhookId, kind, shop };
  if (customerId === null) throw new TypeError('a pending request without a customer');
  return { webhookId, kind, shop, customerId, orderIds: JSON.parse(orderIds ?? '[]') as string[] };
}

/** Whether the request is still pending, now that the transaction has locked it. */
export async function isPending(transaction: Transaction<Tables>, webhookId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('privacy_requests')
    .select('webhook_id')
    .where('webhook_id', '=', webhookId)
    .where('completed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks a request as completed, and removes the customer from an erasure's row. */
export async function completeRequest(
  transaction: Transaction<Tables>,
  request: PrivacyRequest,
  completedAtMs: number,
  exported: string | null = null,
): Promise<void> {
  await transaction
    .updateTable('privacy_requests')
    .set({
      completed_at: completedAtMs,
      export: exported,
      order_ids: null,
      ...(request.kind === 'customer_erasure' && { customer_id: null }),
    })
    .where('webhook_id', '=', request.webhookId)
    .execute();
}

/**
 * Clears the exports of a customer who is erased, and completes pending ones, which have no data left to export.
 */
export async function clearExportsOfCustomer(
  transaction: Transaction<Tables>,
  { shop, customerId }: { shop: string; customerId: string },
  nowMs: number,
): Promise<void> {
  await transaction
    .updateTable('privacy_requests')
    .set(cleared(nowMs))
    .where('kind', '=', 'customer_export')
    .where('shop', '=', shop)
    .where('customer_id', '=', customerId)
    .execute();
}

/** Clears every request about a customer of a shop that is erased, and completes pending ones. */
export async function clearCustomersOfShop(
  transaction: Transaction<Tables>,
  shop: string,
  nowMs: number,
): Promise<void> {
  await transaction
    .updateTable('privacy_requests')
    .set(cleared(nowMs))
    .where('shop', '=', shop)
    .where('customer_id', 'is not', null)
    .execute();
}

/** Clears exports that were completed before that time. Returns whether there were any. */
export async function clearExportsBefore(transaction: Transaction<Tables>, timeMs: number): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('privacy_requests')
    .set({ export: null, customer_id: null })
    .where('export', 'is not', null)
    .where('completed_at', '<', timeMs)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const cleared = (nowMs: number) =>
  ({
    export: null,
    customer_id: null,
    order_ids: null,
    completed_at: sql<number>`coalesce(completed_at, ${nowMs})`,
  }) as const;
