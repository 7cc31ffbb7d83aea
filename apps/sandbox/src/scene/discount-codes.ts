import { Type } from 'typebox';
import { flag, id, list, object, optional, text, type ValueOf } from './schema.ts';

export const MAX_CODE_LENGTH = 255;

const VALUE_FIELDS = {
  type: Type.Enum(['Percentage', 'FixedAmount']),
  amount: Type.Number({ minimum: 0, description: "10 for 10 %, or an amount in the scene's currency." }),
  freeShipping: optional(flag('Checkout only.')),
  lines: optional(list(id(), 'Checkout only: the ids of the lines. Default: the whole order.')),
};

const CODE = Type.String({ minLength: 1, maxLength: MAX_CODE_LENGTH });

export const DISCOUNT_CODE_SCHEMA = object({ code: CODE, ...VALUE_FIELDS });
/** A discount code that the shop accepts. */
export type DiscountCode = ValueOf<typeof DISCOUNT_CODE_SCHEMA>;

export const DISCOUNT_SCHEMA = object({
  code: optional(CODE),
  title: optional(text('Without a code: the title of an automatic discount.')),
  custom: optional(flag('Whether a discount without a code comes from a Shopify Function.')),
  ...VALUE_FIELDS,
});
/** A discount that a checkout has. */
export type Discount = ValueOf<typeof DISCOUNT_SCHEMA>;

export const DEFAULT_DISCOUNT_CODES: readonly DiscountCode[] = [
  { code: 'WELCOME10', type: 'Percentage', amount: 10 },
  { code: 'FIVEOFF', type: 'FixedAmount', amount: 5 },
];

/** Codes are not case-sensitive. */
export const findDiscountCode = (codes: readonly DiscountCode[], code: string): DiscountCode | undefined =>
  codes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase());
