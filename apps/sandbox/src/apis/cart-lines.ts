import type { CartLine } from '../scene/cart.ts';
import { money, type Scene } from '../scene/scene.ts';

/** The lines as checkout and the order status page have them. */
export const cartLines = (scene: Scene) => scene.cart.lines.map((line) => toCartLine(scene, line));

const toCartLine = (scene: Scene, { id, title, variant, quantity, price, attributes }: CartLine) => ({
  id: `gid://shopify/CartLine/${id}`,
  quantity,
  cost: { totalAmount: money(scene, quantity * price) },
  attributes,
  discountAllocations: [],
  lineComponents: [],
  parentRelationship: null,
  merchandise: {
    type: 'variant',
    id: `gid://shopify/ProductVariant/${id}`,
    title,
    subtitle: variant,
    selectedOptions: [],
    product: { id: `gid://shopify/Product/${id}`, vendor: scene.shop.name, productType: 'Coffee' },
    requiresShipping: true,
  },
});
