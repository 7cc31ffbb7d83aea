import type { CartLine } from './cart.ts';
import { type DiscountCode, findDiscountCode } from './discount-codes.ts';
import type { PosDiscount } from './pos-cart.ts';
import type { Scene } from './scene.ts';

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
