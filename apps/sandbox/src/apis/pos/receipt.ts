import { costOf } from '../../scene/cart.ts';
import type { Api } from '../api.ts';
import { posLineItems } from '../cart-lines.ts';

export const isReceipt = (target: string) => target.startsWith('pos.receipt-');

/** The sale that a receipt is printed for. */
export const receipt: Api = {
  values({ target, state, scene }) {
    if (!isReceipt(target)) return {};
    const { currency } = scene;
    const { subtotal, tax } = costOf(scene.cart);
    const total = subtotal + tax;
    const amount = (value: number) => ({ amount: value, currency });
    return {
      transaction: {
        transactionType: 'Sale',
        orderId: 1001,
        ...(state.customer && { customer: { id: Number(state.customer) } }),
        discounts: [],
        taxTotal: amount(tax),
        subtotal: amount(subtotal),
        grandTotal: amount(total),
        paymentMethods: [{ type: 'Cash', amount: total, currency }],
        balanceDue: amount(0),
        shippingLines: [],
        taxLines: [],
        executedAt: '2026-11-23T15:04:05Z',
        lineItems: posLineItems(scene),
      },
    };
  },
};
