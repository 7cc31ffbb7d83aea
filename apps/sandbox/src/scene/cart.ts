import type { PosLine } from './pos-cart.ts';
import type { ProductArtName } from './products.ts';

export interface CartLine {
  id: number;
  /** Default: `id`. */
  variantId?: number;
  /** Default: `id`. */
  productId?: number;
  title: string;
  variant: string;
  quantity: number;
  /** Of one item, in the scene's currency. */
  price: number;
  /** The drawing that the page shows. */
  art: ProductArtName;
  attributes: readonly Attribute[];
  pos?: PosLine;
}

export interface Attribute {
  key: string;
  value: string;
}

/** The cart in checkout and in POS, and the ordered items on the order status page. */
export interface Cart {
  lines: readonly CartLine[];
  /** The price of shipping. */
  shipping: number;
  /** 0.085 for 8.5 %. */
  taxRate: number;
}

const line = (fields: Omit<CartLine, 'attributes'>): CartLine => ({ ...fields, attributes: [] });

export const DEFAULT_CART: Cart = {
  lines: [
    line({
      id: 1,
      title: 'Morning Round Trip',
      variant: 'Whole bean · 340 g',
      quantity: 2,
      price: 18,
      art: 'beans',
    }),
    line({
      id: 2,
      title: 'Gooseneck kettle',
      variant: 'Matte graphite',
      quantity: 1,
      price: 79,
      art: 'kettle',
    }),
    line({ id: 3, title: 'Stoneware cup', variant: 'Set of two', quantity: 1, price: 32, art: 'cup' }),
  ],
  shipping: 8,
  taxRate: 0.085,
};

export interface CartCost {
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
}

/** What the cart costs, in the scene's currency. */
export function costOf({ lines, shipping, taxRate }: Cart): CartCost {
  const subtotal = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const tax = Math.round(subtotal * taxRate * 100) / 100;
  return { subtotal, shipping, tax, total: subtotal + shipping + tax };
}
