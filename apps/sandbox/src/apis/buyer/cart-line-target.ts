import { isOnCartLine } from '../../contract/surfaces.ts';
import type { Api } from '../api.ts';
import { cartLines } from '../cart-lines.ts';

/** `target` of an extension that is rendered on a line of the cart: the line that the page has selected. */
export const cartLineTarget: Api = {
  values({ target, state, scene }) {
    if (!isOnCartLine(target)) return {};
    const lines = cartLines(scene);
    const line = lines[state.item - 1] ?? lines[0];
    // Shopify shows this target only on bundles.
    const isBundle = line !== undefined && target.includes('.line-components.');
    return { target: isBundle ? { ...line, lineComponents: [componentOf(line)] } : line };
  },
};

/** A bundle that consists of one product: that of the line. */
const componentOf = ({ id, merchandise, quantity, cost }: ReturnType<typeof cartLines>[number]) => ({
  type: 'bundle',
  id: id.replace('CartLine', 'CartLineComponent'),
  merchandise,
  quantity,
  cost: { totalAmount: cost.totalAmount },
  attributes: [],
});
