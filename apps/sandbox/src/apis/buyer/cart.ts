import { costOf } from '../../scene/cart.ts';
import { money } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { cartLines } from '../cart-lines.ts';

/** The cart in checkout, or the ordered items on the order status page. */
export const cart: Api = {
  values({ scene }) {
    const cost = costOf(scene.cart);
    return {
      lines: cartLines(scene),
      'cost.subtotalAmount': money(scene, cost.subtotal),
      'cost.totalShippingAmount': money(scene, cost.shipping),
      'cost.totalTaxAmount': money(scene, cost.tax),
      'cost.totalAmount': money(scene, cost.total),
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
