import { Type } from 'typebox';
import { flag, id, list, object, optional, text, type ValueOf } from './schema.ts';

const DISCOUNT_SCHEMA = object({
  type: Type.Enum(['Percentage', 'FixedAmount', 'Code'], {
    description: '`Code`: of the whole cart only; `discountCodes` has its amount.',
  }),
  title: text('The reason, or the code.'),
  amount: Type.Number({ minimum: 0, description: '10 for 10 %, or an amount per item. 0 for a code.' }),
});
export type PosDiscount = ValueOf<typeof DISCOUNT_SCHEMA>;

export const POS_CART_SCHEMA = object({
  isEditable: flag('Whether extensions may change the cart.'),
  note: optional(text()),
  properties: Type.Record(Type.String(), Type.String()),
  discounts: list(DISCOUNT_SCHEMA),
});
/** The properties of the cart that only POS has. */
export type PosCart = ValueOf<typeof POS_CART_SCHEMA>;

export const POS_LINE_SCHEMA = object({
  isCustomSale: optional(flag('A custom sale is not in the catalog.')),
  isTaxable: optional(flag('Default true.')),
  discounts: optional(list(DISCOUNT_SCHEMA)),
  attributedUserId: optional(id()),
  sellingPlan: optional(object({ id: id(), name: text() })),
});
/** The properties of a cart line that only POS has. */
export type PosLine = ValueOf<typeof POS_LINE_SCHEMA>;

export const DEFAULT_POS_CART: PosCart = { isEditable: true, properties: {}, discounts: [] };
