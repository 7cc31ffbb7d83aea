import { type CartLine, imageOf, productIdOf, variantIdOf } from '../scene/cart.ts';
import { findVariant } from '../scene/catalog.ts';
import { type Allocation, costOf, type PricedLine } from '../scene/cost.ts';
import { money, type Scene } from '../scene/scene.ts';

/** The lines as checkout and the order status page have them. */
export const cartLines = (scene: Scene) => costOf(scene).lines.map((line) => toCartLine(scene, line));

export const lineId = (id: number) => `gid://shopify/CartLine/${id}`;

const toCartLine = (scene: Scene, { line, subtotal, total, allocations }: PricedLine) => ({
  id: lineId(line.id),
  quantity: line.quantity,
  cost: {
    totalAmount: money(scene, total),
    // Of the Storefront API's cart lines; versions of the types before 2024 had them, too.
    subtotalAmount: money(scene, subtotal),
    amountPerQuantity: money(scene, line.price),
  },
  attributes: line.attributes,
  discountAllocations: allocations.map((allocation) => toAllocation(scene, allocation)),
  lineComponents: [],
  parentRelationship: line.parent === undefined ? null : { parent: { id: lineId(line.parent) } },
  merchandise: merchandiseOf(scene, line),
});

function merchandiseOf(scene: Scene, line: CartLine) {
  const known = findVariant(scene, variantIdOf(line));
  const sku = line.sku ?? known?.variant.sku;
  return {
    type: 'variant',
    id: `gid://shopify/ProductVariant/${variantIdOf(line)}`,
    title: line.title,
    ...(line.variant && { subtitle: line.variant }),
    image: imageOf(line),
    selectedOptions:
      line.options ?? (line.variant ? [{ name: known?.product.option ?? 'Title', value: line.variant }] : []),
    product: {
      id: `gid://shopify/Product/${productIdOf(line)}`,
      vendor: line.vendor ?? scene.shop.name,
      productType: line.productType ?? known?.product.productType ?? '',
    },
    requiresShipping: line.requiresShipping ?? true,
    ...(line.sellingPlan && { sellingPlan: line.sellingPlan }),
    ...(sku && { sku }),
  };
}

/** `CartDiscountAllocation` of the types. */
export function toAllocation(scene: Scene, { discount, amount }: Allocation) {
  const discountedAmount = money(scene, amount);
  if (discount.code !== undefined) return { type: 'code', code: discount.code, discountedAmount };
  return {
    type: discount.custom ? 'custom' : 'automatic',
    title: discount.title ?? 'Discount',
    discountedAmount,
  };
}
