import type { Api } from '../api.ts';
import { cartLines } from '../cart-lines.ts';

/** `target` of an extension that is rendered on a line of the cart: the first one. */
export const cartLineTarget: Api = {
  values: ({ target, scene }) =>
    target.endsWith('.cart-line-item.render-after') ? { target: cartLines(scene)[0] } : {},
};
