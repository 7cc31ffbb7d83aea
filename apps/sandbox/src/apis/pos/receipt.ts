import { posLineItems, posTotals } from '../../fixtures/cart.ts';
import { CURRENCY } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

export const isReceipt = (target: string) => target.startsWith('pos.receipt-');

/** The sale that a receipt is printed for. */
export const receipt: Api = {
  values({ target, state }) {
    if (!isReceipt(target)) return {};
    const { subtotal, tax, total } = posTotals(state);
    const amount = (value: number) => ({ amount: value, currency: CURRENCY });
    return {
      transaction: {
        transactionType: 'Sale',
        orderId: 1001,
        ...(state.customer && { customer: { id: Number(state.customer) } }),
        discounts: [],
        taxTotal: amount(tax),
        subtotal: amount(subtotal),
        grandTotal: amount(total),
        paymentMethods: [{ type: 'Cash', amount: total, currency: CURRENCY }],
        balanceDue: amount(0),
        shippingLines: [],
        taxLines: [],
        executedAt: '2026-11-23T15:04:05Z',
        lineItems: posLineItems(state),
      },
    };
  },
};
