import type { UrlState } from '../../contract/url-state.ts';
import { posTotals } from '../../scene/pos-totals.ts';
import type { Scene } from '../../scene/scene.ts';
import { discountsOf } from './cart/current.ts';
import { posLineItems } from './line-items.ts';
import { orderNumber } from './resources.ts';

export const TRANSACTION_TYPES = ['Sale', 'Return', 'Exchange'] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

/** A completed transaction of the cart's contents, as receipts and the event `transactioncomplete` have it. */
export function transactionOf(
  scene: Scene,
  { customer }: Pick<UrlState, 'customer'>,
  transactionType: TransactionType,
) {
  const { currency } = scene;
  const { subtotal, discount, tax, grandTotal } = posTotals(scene);
  const sign = transactionType === 'Return' ? -1 : 1;
  const money = (amount: number) => ({ amount: amount * sign || 0, currency });
  const lineItems = posLineItems(scene);
  return {
    transactionType,
    orderId: orderNumber(scene),
    ...(customer && { customer: { id: Number(customer) } }),
    discounts: discountsOf(scene),
    // After discounts, unlike the subtotal of the cart.
    subtotal: money(subtotal - discount),
    taxTotal: money(tax),
    grandTotal: money(grandTotal),
    paymentMethods: [{ type: 'Cash', ...money(grandTotal) }],
    balanceDue: money(0),
    shippingLines: [],
    taxLines: lineItems.flatMap(({ taxLines }) => taxLines),
    executedAt: scene.order.processedAt,
    ...(transactionType === 'Sale' && { lineItems }),
    ...(transactionType === 'Return' && { lineItems, returnId: 3001, refundId: 4001 }),
    ...(transactionType === 'Exchange' && {
      exchangeId: 5001,
      returnId: 3001,
      lineItemsAdded: lineItems,
      lineItemsRemoved: [],
    }),
  };
}
