import { cartLines } from '../../fixtures/cart.ts';
import type { Api } from '../api.ts';

/** `target` of an extension that is rendered on a line of the cart: the first one. */
export const cartLineTarget: Api = {
  values: ({ target, state }) =>
    target.endsWith('.cart-line-item.render-after') ? { target: cartLines(state)[0] } : {},
};
