import type { CartLine } from './cart.ts';
import { selectedOption } from './delivery.ts';
import type { Discount } from './discount-codes.ts';
import { cents } from './pos-totals.ts';
import type { Scene } from './scene.ts';

/** The part of a price that a discount takes off. */
export interface Allocation {
  discount: Discount;
  amount: number;
}

export interface PricedLine {
  line: CartLine;
  /** Before discounts. */
  subtotal: number;
  /** After the discounts of this line, before those of the order. */
  total: number;
  allocations: readonly Allocation[];
}

/** Costs in the scene's currency. */
export interface Cost {
  lines: readonly PricedLine[];
  /** The total of the lines, before discounts of the order. */
  subtotal: number;
  /** Discounts of the order. */
  allocations: readonly Allocation[];
  shipping: number;
  tax: number;
  /** The price of the order. Gift cards pay a part of it. */
  total: number;
  giftCards: readonly { lastCharacters: string; balance: number; used: number }[];
  /** The amount that is left to pay after gift cards. */
  due: number;
}

/** Calculates what the cart costs. */
export function costOf(scene: Pick<Scene, 'cart' | 'delivery'>): Cost {
  const { cart } = scene;
  const lines = cart.lines.map((line) => priceLine(line, cart.discounts));
  const subtotal = sum(lines.map(({ total }) => total));
  const allocations = allocate(
    subtotal,
    cart.discounts.filter((discount) => discount.lines === undefined),
  );
  const goods = subtotal - sum(allocations.map(({ amount }) => amount));
  const tax = cents(goods * cart.taxRate);
  const shipping = shippingOf(scene);
  const total = cents(goods + shipping + tax);
  const giftCards = spend(total, cart.giftCards);
  return {
    lines,
    subtotal,
    allocations,
    shipping,
    tax,
    total,
    giftCards,
    due: cents(total - sum(giftCards.map(({ used }) => used))),
  };
}

function priceLine(line: CartLine, discounts: readonly Discount[]): PricedLine {
  const subtotal = cents(line.quantity * line.price);
  const allocations = allocate(
    subtotal,
    discounts.filter((discount) => discount.lines?.includes(line.id)),
  );
  return {
    line,
    subtotal,
    total: cents(subtotal - sum(allocations.map(({ amount }) => amount))),
    allocations,
  };
}

/** Applies discounts one after the other; none takes more than what is left. */
function allocate(price: number, discounts: readonly Discount[]): Allocation[] {
  let left = price;
  return discounts.map((discount) => {
    const worth = discount.type === 'Percentage' ? (price * discount.amount) / 100 : discount.amount;
    const amount = cents(Math.min(left, worth));
    left = cents(left - amount);
    return { discount, amount };
  });
}

function shippingOf({ cart, delivery }: Pick<Scene, 'cart' | 'delivery'>): number {
  const isFree = cart.lines.length === 0 || cart.discounts.some((discount) => discount.freeShipping);
  return isFree ? 0 : (selectedOption(delivery)?.price ?? 0);
}

function spend(total: number, giftCards: Scene['cart']['giftCards']): Cost['giftCards'] {
  let left = total;
  return giftCards.map(({ code, balance }) => {
    const used = Math.min(left, balance);
    left = cents(left - used);
    return { lastCharacters: code.slice(-4), balance, used };
  });
}

const sum = (amounts: readonly number[]) => cents(amounts.reduce((total, amount) => total + amount, 0));
