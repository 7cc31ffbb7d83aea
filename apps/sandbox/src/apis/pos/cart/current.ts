import type { UrlState } from '../../../contract/url-state.ts';
import { cartDiscountAmount, discountedLine, posTotals } from '../../../scene/pos-totals.ts';
import type { Scene } from '../../../scene/scene.ts';
import { posLineItems, toDiscount } from '../line-items.ts';

/** `cart.current`: the `Cart` of the types. The customer is that of the "In the cart" control. */
export function currentCart(scene: Scene, { customer }: Pick<UrlState, 'customer'>) {
  const { isEditable, note, properties } = scene.pos.cart;
  const { subtotal, tax, grandTotal } = posTotals(scene);
  const cartDiscounts = discountsOf(scene);
  return {
    editable: isEditable,
    subtotal: subtotal.toFixed(2),
    taxTotal: tax.toFixed(2),
    grandTotal: grandTotal.toFixed(2),
    ...(note !== undefined && { note }),
    ...(cartDiscounts.length > 0 && { cartDiscount: cartDiscounts.at(-1) }),
    cartDiscounts,
    properties: { ...properties },
    lineItems: posLineItems(scene),
    ...(customer && { customer: { id: Number(customer) } }),
  };
}

/** The discounts of the whole cart; a code's amount is what it takes off. */
export function discountsOf(scene: Scene) {
  let rest = scene.cart.lines.reduce((sum, line) => sum + discountedLine(line), 0);
  return scene.pos.cart.discounts.map((discount) => {
    const taken = cartDiscountAmount(rest, discount, scene.discountCodes);
    rest -= taken;
    return toDiscount(scene, discount.type === 'Code' ? { ...discount, amount: taken } : discount);
  });
}
