import { Type } from 'typebox';
import { DISCOUNT_SCHEMA } from './discount-codes.ts';
import { METAFIELD_SCHEMA } from './metafields.ts';
import { POS_LINE_SCHEMA } from './pos-cart.ts';
import { drawingOf } from './product-drawings.ts';
import { ART_SCHEMA } from './products.ts';
import { amount, flag, id, list, MAX_QUANTITY, object, optional, text, type ValueOf } from './schema.ts';

export const ATTRIBUTE_SCHEMA = object({
  key: Type.String({ minLength: 1, maxLength: 255 }),
  value: text(undefined, 65_536),
});

const SELLING_PLAN_SCHEMA = object({
  id: text(),
  name: optional(text()),
  recurringDeliveries: flag(),
});

export const LINE_SCHEMA = object({
  id: id('Default: its position.'),
  variantId: optional(id('Default: `id`.')),
  productId: optional(id('Default: `variantId`.')),
  title: text('The title of the product.'),
  variant: Type.String({ maxLength: 5_000, default: '', description: 'The title of the variant.' }),
  quantity: Type.Integer({ minimum: 1, maximum: MAX_QUANTITY, default: 1 }),
  price: amount('The price of one item.'),
  art: ART_SCHEMA,
  image: optional(object({ url: text(undefined, 1_000_000), altText: optional(text()) })),
  sku: optional(text()),
  options: optional(list(object({ name: text(), value: text() }), 'The selected options.')),
  vendor: optional(text()),
  productType: optional(text()),
  requiresShipping: optional(flag()),
  attributes: Type.Array(ATTRIBUTE_SCHEMA, { maxItems: 500, default: [] }),
  sellingPlan: optional(SELLING_PLAN_SCHEMA),
  parent: optional(id('The id of the line that this line belongs to.')),
  pos: optional(POS_LINE_SCHEMA),
});
export type CartLine = ValueOf<typeof LINE_SCHEMA>;

export const GIFT_CARD_SCHEMA = object({
  code: Type.String({ minLength: 4, maxLength: 255 }),
  balance: amount(),
});

export const MAX_NOTE_LENGTH = 5_000;

export const CART_SCHEMA = object({
  lines: list(LINE_SCHEMA),
  taxRate: Type.Number({ minimum: 0, maximum: 1, description: '0.085 for 8.5 %.' }),
  attributes: list(ATTRIBUTE_SCHEMA),
  metafields: list(METAFIELD_SCHEMA, 'Metafields of the cart.'),
  note: optional(text(undefined, MAX_NOTE_LENGTH)),
  discounts: list(DISCOUNT_SCHEMA, 'The discounts of a checkout.'),
  giftCards: list(GIFT_CARD_SCHEMA, 'The gift cards that a checkout uses.'),
});
/** The cart in checkout and in POS, and the ordered items on the order status page. */
export type Cart = ValueOf<typeof CART_SCHEMA>;

export const variantIdOf = ({ id, variantId }: CartLine) => variantId ?? id;
export const productIdOf = (line: CartLine) => line.productId ?? variantIdOf(line);

/** The image of a line: its own, or the drawing of the product. */
export const imageOf = ({ image, art, title }: CartLine) => image ?? { url: drawingOf(art), altText: title };

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
  taxRate: 0.085,
  attributes: [],
  metafields: [],
  discounts: [],
  giftCards: [],
};
