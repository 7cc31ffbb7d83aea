import { Type } from 'typebox';
import type { CartLine } from './cart.ts';
import { type DiscountCode, findDiscountCode } from './discount-codes.ts';
import type { Scene } from './scene.ts';
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
  isCustomSale: optional(flag('A custom sale is no product of the catalog.')),
  isTaxable: optional(flag('Default true.')),
  discounts: optional(list(DISCOUNT_SCHEMA)),
  attributedUserId: optional(id()),
  sellingPlan: optional(object({ id: id(), name: text() })),
});
/** The properties of a cart line that only POS has. */
export type PosLine = ValueOf<typeof POS_LINE_SCHEMA>;

export const DEFAULT_POS_CART: PosCart = { isEditable: true, properties: {}, discounts: [] };

export interface PosCartTotals {
  /** Before discounts and taxes. */
  subtotal: number;
  /** Of the lines and of the whole cart. */
  discount: number;
  tax: number;
  grandTotal: number;
}

/** The totals of the cart in POS, without shipping, in the scene's currency. */
export function posTotals(scene: Pick<Scene, 'cart' | 'pos' | 'discountCodes'>): PosCartTotals {
  const { lines, taxRate } = scene.cart;
  const subtotal = cents(sum(lines.map(({ price, quantity }) => price * quantity)));
  const afterLines = sum(lines.map(discountedLine));
  const afterAll = scene.pos.cart.discounts.reduce(
    (rest, discount) => rest - cartDiscountAmount(rest, discount, scene.discountCodes),
    afterLines,
  );
  const taxable = sum(lines.filter((line) => line.pos?.isTaxable ?? true).map(discountedLine));
  // Discounts of the whole cart reduce each line's share.
  const share = afterLines === 0 ? 0 : afterAll / afterLines;
  const tax = cents(taxable * share * taxRate);
  return {
    subtotal,
    discount: cents(subtotal - afterAll),
    tax,
    grandTotal: cents(afterAll + tax),
  };
}

/** What a line costs after its own discounts, before taxes. */
export function discountedLine({ price, quantity, pos }: CartLine): number {
  const unit = (pos?.discounts ?? []).reduce(
    (rest, { type, amount }) => rest - Math.min(rest, type === 'Percentage' ? rest * (amount / 100) : amount),
    price,
  );
  return cents(unit * quantity);
}

/** How much a discount takes off `base`. */
export function cartDiscountAmount(
  base: number,
  discount: Pick<PosDiscount, 'type' | 'title' | 'amount'>,
  codes: readonly DiscountCode[],
): number {
  const { type, amount } =
    discount.type === 'Code'
      ? (findDiscountCode(codes, discount.title) ?? { type: '', amount: 0 })
      : discount;
  return cents(Math.min(base, type === 'Percentage' ? base * (amount / 100) : amount));
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
export const cents = (amount: number) => Math.round(amount * 100) / 100;
