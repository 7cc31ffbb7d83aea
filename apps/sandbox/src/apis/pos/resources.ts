import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { Api } from '../api.ts';
import { posLineItems } from '../cart-lines.ts';

/** The customer, order, draft order, product or cart line that a details screen shows. */
export const resources: Api = {
  values({ state, scene }) {
    const customerId = Number(state.customer ?? DEFAULT_CUSTOMER);
    const [line] = posLineItems(scene);
    return {
      customer: { id: customerId },
      order: { id: 1001, name: '#1001', customerId },
      draftOrder: { id: 2001, name: '#D1', customerId },
      product: { id: 1, variantId: 1 },
      cartLineItem: line,
    };
  },
};
