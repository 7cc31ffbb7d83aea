import type { Product, Variant } from './products.ts';
import { hash, pickFrom } from './seed.ts';

const TITLES = ['Pour-over dripper', 'Travel mug', 'Cold brew bottle', 'Milk jug', 'Scale', 'Tasting set'];

/**
 * A product with one variant of the same number, for an ID that the scene does not have, such as one of the
 * developer's own shop. The same ID always gets the same product.
 */
export function madeUpProduct(id: string): { product: Product; variant: Variant } {
  const variant: Variant = {
    id: Number(id),
    title: 'Default Title',
    price: 10 + (hash(id) % 90),
    sku: `SKU-${id}`,
    barcode: id.padStart(13, '0').slice(-13),
    stock: 10,
  };
  const product: Product = {
    id: Number(id),
    title: pickFrom(TITLES, id),
    description: '',
    productType: 'Equipment',
    tags: [],
    art: 'parcel',
    option: 'Title',
    variants: [variant],
  };
  return { product, variant };
}
