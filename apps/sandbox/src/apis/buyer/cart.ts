import { costOf } from '../../scene/cost.ts';
import { valueTypeOf } from '../../scene/metafields.ts';
import { money, type Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { cartLines, toAllocation } from '../cart-lines.ts';

/** The cart in checkout, or the ordered items on the order status page. */
export const cart: Api = {
  values({ scene }) {
    const cost = costOf(scene);
    const { attributes, discounts, metafields, note } = scene.cart;
    return {
      lines: cartLines(scene),
      'cost.subtotalAmount': money(scene, cost.subtotal),
      'cost.totalShippingAmount': money(scene, cost.shipping),
      'cost.totalTaxAmount': money(scene, cost.tax),
      'cost.totalAmount': money(scene, cost.total),
      appliedGiftCards: cost.giftCards.map(({ lastCharacters, balance, used }) => ({
        lastCharacters,
        balance: money(scene, balance),
        amountUsed: money(scene, used),
      })),
      appMetafields: appMetafieldsOf(scene),
      attributes,
      checkoutToken: scene.checkout.token,
      discountAllocations: cost.allocations.map((allocation) => toAllocation(scene, allocation)),
      discountCodes: discounts.flatMap(({ code }) => (code === undefined ? [] : { code })),
      metafields: metafields.map((metafield) => ({ ...metafield, valueType: valueTypeOf(metafield.type) })),
      note,
    };
  },
};

const CART = { type: 'cart', id: 'gid://shopify/Cart/sandbox' };

/** The shop's metafields and those of the cart. */
const appMetafieldsOf = ({ metafields, cart }: Scene) =>
  [...metafields, ...cart.metafields.map((metafield) => ({ target: CART, metafield }))].map(
    ({ target, metafield }) => ({
      target,
      metafield: { valueType: valueTypeOf(metafield.type), ...metafield },
    }),
  );
