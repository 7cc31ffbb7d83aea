import { cartLines, cartOf } from '../../fixtures/cart.ts';
import { money } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

/** The cart in checkout, or the ordered items on the order status page. Follows the Quantity control. */
export const cart: Api = {
  values({ state }) {
    const { cost } = cartOf(state);
    return {
      lines: cartLines(state),
      'cost.subtotalAmount': money(cost.subtotal),
      'cost.totalShippingAmount': money(cost.shipping),
      'cost.totalTaxAmount': money(cost.tax),
      'cost.totalAmount': money(cost.total),
      appliedGiftCards: [],
      appMetafields: [],
      attributes: [],
      checkoutToken: 'sandbox-checkout',
      discountAllocations: [],
      discountCodes: [],
      note: undefined,
    };
  },
};
