import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import './tables.ts';

type Row = Tables['privacy_requests'];

/** What Shopify asks for. */
export type PrivacyRequest =
  | { webhookId: string; kind: 'customer_export' | 'customer_erasure'; shop: string; customerId: string }
  | { webhookId: string; kind: 'shop_erasure'; shop: string };

/** Keeps a request. Returns `false` when it was kept before: Shopify delivers a webhook more than once. */
export async function addRequest(
  db: Kysely<Tables>,
  request: PrivacyRequest,
  receivedAtMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('privacy_requests')
    .values({
      webhook_id: request.webhookId,
      kind: request.kind,
      shop: request.shop,
      customer_id: request.kind === 'shop_erasure' ? null : request.customerId,
      received_at: receivedAtMs,
      completed_at: null,
      export: null,
    })
    .onConflict((conflict) => conflict.column('webhook_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Every request that is not met yet, in the order in which they came. */
export async function findPendingRequests(db: Kysely<Tables>): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom('privacy_requests')
    .select(['webhook_id', 'kind', 'shop', 'customer_id'])
    .where('completed_at', 'is', null)
    .orderBy('received_at')
    .execute();
  return rows.map(toRequest);
}

function toRequest({
  webhook_id,
  kind,
  shop,
  customer_id,
}: Pick<Row, 'webhook_id' | 'kind' | 'shop' | 'customer_id'>): PrivacyRequest {
  if (kind === 'shop_erasure') return { webhookId: webhook_id, kind, shop };
  if (customer_id === null) throw new TypeError('a pending request about no customer');
  return { webhookId: webhook_id, kind, shop, customerId: customer_id };
}

/** Whether nobody has met the request since it was found. */
export async function isPending(transaction: Transaction<Tables>, webhookId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('privacy_requests')
    .select('webhook_id')
    .where('webhook_id', '=', webhookId)
    .where('completed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks a request as met; what it names of a customer who was erased goes with them. */
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
      ...(request.kind === 'customer_erasure' && { customer_id: null }),
    })
    .where('webhook_id', '=', request.webhookId)
    .execute();
}

/** Forgets what earlier exports hold of a customer, or of every customer of a shop. */
export async function forgetExports(
  transaction: Transaction<Tables>,
  { shop, customerId }: { shop: string; customerId?: string },
): Promise<void> {
  await transaction
    .updateTable('privacy_requests')
    .set({ export: null, customer_id: null })
    .where('shop', '=', shop)
    .where('kind', '=', 'customer_export')
    .where('completed_at', 'is not', null)
    .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId ?? ''))
    .execute();
}

/** Forgets exports that were made before that time. */
export async function forgetExportsBefore(db: Kysely<Tables>, timeMs: number): Promise<void> {
  await db
    .updateTable('privacy_requests')
    .set({ export: null, customer_id: null })
    .where('export', 'is not', null)
    .where('completed_at', '<', timeMs)
    .execute();
}
