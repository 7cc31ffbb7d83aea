import { posLineItems, posTotals } from '../../fixtures/cart.ts';
import type { Api } from '../api.ts';

/** The cart, read-only. Follows the Quantity and "In the cart" controls. */
export const posCart: Api = {
  values({ state }) {
    const { subtotal, tax, total } = posTotals(state);
    return {
      'cart.current': {
        editable: true,
        subtotal: subtotal.toFixed(2),
        taxTotal: tax.toFixed(2),
        grandTotal: total.toFixed(2),
        cartDiscounts: [],
        properties: {},
        lineItems: posLineItems(state),
        ...(state.customer && { customer: { id: Number(state.customer) } }),
      },
    };
  },
};
