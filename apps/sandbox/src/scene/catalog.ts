import { type Product, variant } from './products.ts';
import type { Scene } from './scene.ts';

/**
 * The products of the scene. Products that only the cart names, as those of a developer's own cart lines, are
 * added; they replace a product of the same id.
 */
export function catalogOf({ products, cart }: Pick<Scene, 'products' | 'cart'>): readonly Product[] {
  const catalog = new Map(products.map((product) => [product.id, product]));
  for (const line of cart.lines) {
    if (line.pos?.isCustomSale) continue;
    const productId = line.productId ?? line.id;
    const variantId = line.variantId ?? line.id;
    const known = catalog.get(productId);
    const knownVariant = known?.variants.find(({ id }) => id === variantId);
    if (known?.title === line.title && knownVariant?.price === line.price) continue;
    catalog.set(productId, {
      id: productId,
      title: line.title,
      description: '',
      productType: '',
      tags: [],
      art: line.art,
      hasSellingPlans: true,
      option: 'Title',
      variants: [variant(variantId, line.variant, line.price, `SKU-${variantId}`, 10)],
    });
  }
  return [...catalog.values()];
}

/** A variant of the catalog with its product, or `undefined`. */
export function findVariant(scene: Pick<Scene, 'products' | 'cart'>, variantId: number) {
  for (const product of catalogOf(scene)) {
    const found = product.variants.find(({ id }) => id === variantId);
    if (found) return { product, variant: found };
  }
  return undefined;
}
