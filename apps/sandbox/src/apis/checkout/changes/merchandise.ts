import { type CartLine, productIdOf, variantIdOf } from '../../../scene/cart.ts';
import { findVariant } from '../../../scene/catalog.ts';
import type { Scene } from '../../../scene/scene.ts';
import { RefusedChange } from '../../changes.ts';

/** The part of a cart line that its merchandise determines. */
export type MerchandiseFields = Omit<
  CartLine,
  'id' | 'quantity' | 'attributes' | 'sellingPlan' | 'parent' | 'pos' | 'variantId' | 'productId'
> & { variantId: number; productId: number };

/** The price of an unknown variant. */
const UNKNOWN_PRICE = 25;

/**
 * Finds a variant by an id such as `gid://shopify/ProductVariant/1`: in the cart, then in the scene's products. If
 * the scene accepts unknown merchandise, any other variant is made up.
 * @throws RefusedChange for any other id.
 */
export function merchandiseOf(scene: Scene, merchandiseId: string): MerchandiseFields {
  const number = /^gid:\/\/shopify\/ProductVariant\/([1-9]\d{0,14})$/.exec(merchandiseId)?.[1];
  if (!number) throw new RefusedChange(`${merchandiseId} is not the id of a product variant.`);
  const variantId = Number(number);
  const line = scene.cart.lines.find((one) => variantIdOf(one) === variantId);
  if (line) return fromLine(line);
  const found = findVariant(scene, variantId);
  if (found) {
    const { product, variant } = found;
    const { title, art, productType } = product;
    return {
      ...{ variantId, productId: product.id, title, art, productType },
      ...{ variant: variant.title, price: variant.price, sku: variant.sku },
    };
  }
  if (!scene.checkout.acceptsUnknown) {
    throw new RefusedChange(`The merchandise ${merchandiseId} does not exist.`);
  }
  const title = `Product ${number}`;
  return { variantId, productId: variantId, title, variant: '', price: UNKNOWN_PRICE, art: 'parcel' };
}

function fromLine(line: CartLine): MerchandiseFields {
  const { id: _id, quantity: _quantity, attributes: _attributes, pos: _pos, ...fields } = line;
  const { sellingPlan: _plan, parent: _parent, ...merchandise } = fields;
  return { ...merchandise, variantId: variantIdOf(line), productId: productIdOf(line) };
}
