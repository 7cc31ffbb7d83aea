import { posLineItems } from '../../fixtures/cart.ts';
import { DEFAULT_CUSTOMER } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

/** The customer, order, draft order, product or cart line that a details screen shows. */
export const resources: Api = {
  values({ state }) {
    const customerId = Number(state.customer ?? DEFAULT_CUSTOMER);
    const [line] = posLineItems(state);
    return {
      customer: { id: customerId },
      order: { id: 1001, name: '#1001', customerId },
      draftOrder: { id: 2001, name: '#D1', customerId },
      product: { id: 1, variantId: 1 },
      cartLineItem: line,
    };
  },
};
