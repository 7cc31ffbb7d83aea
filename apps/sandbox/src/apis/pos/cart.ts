import { costOf } from '../../scene/cart.ts';
import type { Api } from '../api.ts';
import { posLineItems } from '../cart-lines.ts';

/** The cart, read-only. Follows the "In the cart" control. */
export const posCart: Api = {
  values({ state, scene }) {
    const { subtotal, tax } = costOf(scene.cart);
    return {
      'cart.current': {
        editable: true,
        subtotal: subtotal.toFixed(2),
        taxTotal: tax.toFixed(2),
        grandTotal: (subtotal + tax).toFixed(2),
        cartDiscounts: [],
        properties: {},
        lineItems: posLineItems(scene),
        ...(state.customer && { customer: { id: Number(state.customer) } }),
      },
    };
  },
};
