import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { posLineItems } from './line-items.ts';

/** The customer, order, draft order, product or cart line that a details screen shows. */
export const resources: Api = {
  values({ state, scene }) {
    const customerId = Number(state.customer ?? DEFAULT_CUSTOMER);
    return {
      customer: { id: customerId },
      order: { id: orderNumber(scene), name: scene.order.name, customerId },
      draftOrder: { ...scene.pos.draftOrder, customerId },
      product: shownProduct(scene),
      cartLineItem: posLineItems(scene)[0],
    };
  },
};

/** The product and variant of the first line; of an empty cart, the first of the catalog. */
export function shownProduct({ cart, products }: Scene): { id: number; variantId: number } {
  const line = cart.lines.find(({ pos }) => !pos?.isCustomSale);
  if (line) return { id: line.productId ?? line.id, variantId: line.variantId ?? line.id };
  return { id: products[0]?.id ?? 0, variantId: products[0]?.variants[0]?.id ?? 0 };
}

/** The number in the order's global id. */
export const orderNumber = ({ order }: Scene) => Number(/\d+/.exec(order.id)?.[0] ?? 0);
