import type { CartLine } from '../../scene/cart.ts';
import { catalogOf } from '../../scene/catalog.ts';
import type { PosDiscount } from '../../scene/pos-cart.ts';
import { cents, discountedLine } from '../../scene/pos-totals.ts';
import type { Scene } from '../../scene/scene.ts';

export const lineUuid = ({ id }: Pick<CartLine, 'id'>) => `line-${id}`;

/** The cart's lines as POS has them (`LineItem`). */
export function posLineItems(scene: Scene) {
  const catalog = new Map(catalogOf(scene).map((product) => [product.id, product]));
  return scene.cart.lines.map((line) => {
    const { id, title, quantity, price, attributes, pos = {} } = line;
    const productId = line.productId ?? id;
    const variantId = line.variantId ?? id;
    const product = pos.isCustomSale ? undefined : catalog.get(productId);
    return {
      uuid: lineUuid(line),
      title,
      quantity,
      price,
      ...(product && {
        variantId,
        productId,
        sku: product.variants.find((one) => one.id === variantId)?.sku,
        vendor: scene.shop.name,
        requiresSellingPlan: false,
        hasSellingPlanGroups: product.hasSellingPlans ?? false,
      }),
      properties: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
      discounts: (pos.discounts ?? []).map((discount) => toDiscount(scene, discount)),
      taxable: pos.isTaxable ?? true,
      taxLines: taxLinesOf(scene, line),
      isGiftCard: product?.isGiftCard ?? false,
      ...(pos.attributedUserId !== undefined && { attributedUserId: pos.attributedUserId }),
      ...(pos.sellingPlan && { sellingPlan: pos.sellingPlan }),
    };
  });
}

/** `Discount` of the types. */
export const toDiscount = ({ currency }: Scene, { type, title, amount }: PosDiscount) => ({
  type,
  discountDescription: title,
  amount,
  currency,
});

function taxLinesOf({ cart, currency }: Scene, line: CartLine) {
  if (!(line.pos?.isTaxable ?? true) || cart.taxRate === 0) return [];
  const amount = cents(discountedLine(line) * cart.taxRate);
  return [{ title: 'Sales tax', price: { amount, currency }, rate: cart.taxRate, enabled: true }];
}
