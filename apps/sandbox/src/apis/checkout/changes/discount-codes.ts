import { Type } from 'typebox';
import { type Discount, findDiscountCode, MAX_CODE_LENGTH } from '../../../scene/discount-codes.ts';
import type { Scene } from '../../../scene/scene.ts';
import { createChange, RefusedChange } from '../../changes.ts';

/** The maximum number of codes of a cart. */
export const MAX_CODES = 10;

const CODE = Type.Object({ code: Type.String({ minLength: 1, maxLength: MAX_CODE_LENGTH, pattern: '\\S' }) });

export const applyDiscountCodeChange = createChange({
  variants: { addDiscountCode: CODE, removeDiscountCode: CODE },
  instruction: () => 'discounts.canUpdateDiscountCodes',
  apply(scene, change) {
    const code = change.code.trim();
    const { discounts } = scene.cart;
    const others = discounts.filter((discount) => !isSameCode(discount.code, code));
    if (change.type === 'removeDiscountCode') return withDiscounts(scene, others);
    if (others.length < discounts.length) return scene;
    if (discounts.filter((discount) => discount.code !== undefined).length >= MAX_CODES) {
      throw new RefusedChange(`A checkout takes at most ${MAX_CODES} discount codes.`);
    }
    return withDiscounts(scene, [...discounts, discountOf(scene, code)]);
  },
});

/** The worth of an unknown code. */
const UNKNOWN_CODE = { type: 'Percentage', amount: 10 } as const;

function discountOf({ discountCodes, checkout }: Scene, code: string): Discount {
  const known = findDiscountCode(discountCodes, code);
  if (known) return known;
  if (!checkout.acceptsUnknown) throw new RefusedChange(`The discount code ${code} does not exist.`);
  return { code, ...UNKNOWN_CODE };
}

const withDiscounts = (scene: Scene, discounts: readonly Discount[]): Scene => ({
  ...scene,
  cart: { ...scene.cart, discounts },
});

/** Codes are case-insensitive. */
const isSameCode = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();
