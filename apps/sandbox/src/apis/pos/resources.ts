import { posLineItems } from '../../fixtures/cart.ts';
import type { Api } from '../api.ts';

const CUSTOMER = '42';

/** The customer, order, draft order, product or cart line that a details screen shows. */
export const resources: Api = {
  values({ state }) {
    const customerId = Number(state.customer ?? CUSTOMER);
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
