import type { Api } from '../api.ts';
import { cartLines } from '../cart-lines.ts';

/** `target` of an extension that is rendered on a line of the cart: the line that the page has selected. */
export const cartLineTarget: Api = {
  values({ target, state, scene }) {
    if (!target.endsWith('.cart-line-item.render-after')) return {};
    const lines = cartLines(scene);
    return { target: lines[state.item - 1] ?? lines[0] };
  },
};
