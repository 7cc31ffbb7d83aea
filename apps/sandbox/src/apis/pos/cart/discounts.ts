import { findDiscountCode } from '../../../scene/discount-codes.ts';
import type { PosDiscount } from '../../../scene/pos-cart.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { Api, HostContext } from '../../api.ts';
import {
  amountArgument,
  fail,
  flagArgument,
  listArgument,
  recordArgument,
  textArgument,
} from './arguments.ts';
import { lineWith, withLines, withPosCart, withPosLine, write } from './write.ts';

/** Discounts of the whole cart and of its lines. */
export const discountWrites: NonNullable<Api['host']> = {
  'cart.applyCartDiscount'(page, type: unknown, title: unknown, amount: unknown) {
    const at = 'cart.applyCartDiscount';
    if (type === 'Code') return addCode(page, title, at);
    const discount = discountOf(type, title, amount, at);
    // A manual discount replaces the last one. Codes stay.
    write(page, at, (scene) => {
      const codes = scene.pos.cart.discounts.filter((one) => one.type === 'Code');
      return withPosCart(scene, { discounts: [...codes, discount] });
    });
  },
  'cart.addCartCodeDiscount': (page, code: unknown) => addCode(page, code, 'cart.addCartCodeDiscount'),
  'cart.removeCartDiscount': (page) =>
    write(page, 'cart.removeCartDiscount', (scene) => withPosCart(scene, { discounts: [] })),
  'cart.removeAllDiscounts'(page, disableAutomaticDiscounts: unknown) {
    const at = 'cart.removeAllDiscounts';
    // The mock shop has no automatic discounts.
    flagArgument(disableAutomaticDiscounts, 'disableAutomaticDiscounts', at);
    write(page, at, (scene) => withoutLineDiscounts(withPosCart(scene, { discounts: [] })));
  },
  'cart.setLineItemDiscount'(page, uuid: unknown, type: unknown, title: unknown, amount: unknown) {
    const at = 'cart.setLineItemDiscount';
    const { id } = lineWith(page, uuid, at);
    const discount = discountOf(type, title, amount, at);
    write(page, at, (scene) => withPosLine(scene, id, { discounts: [discount] }));
  },
  'cart.bulkSetLineItemDiscounts'(page, inputs: unknown) {
    const at = 'cart.bulkSetLineItemDiscounts';
    // All are checked before any is applied.
    const discounts = listArgument(inputs, 'lineItemDiscounts', at).map((input) => {
      const { lineItemUuid, lineItemDiscount } = recordArgument(input, 'each discount', at);
      const { type, title, amount } = recordArgument(lineItemDiscount, 'lineItemDiscount', at);
      return { id: lineWith(page, lineItemUuid, at).id, discount: discountOf(type, title, amount, at) };
    });
    write(page, at, (scene) =>
      discounts.reduce((next, { id, discount }) => withPosLine(next, id, { discounts: [discount] }), scene),
    );
  },
  'cart.removeLineItemDiscount'(page, uuid: unknown) {
    const at = 'cart.removeLineItemDiscount';
    const { id } = lineWith(page, uuid, at);
    write(page, at, (scene) => withPosLine(scene, id, { discounts: [] }));
  },
};

/** A manual discount, from the arguments of an extension. */
export function discountOf(type: unknown, title: unknown, amount: unknown, at: string): PosDiscount {
  if (type !== 'Percentage' && type !== 'FixedAmount') fail(at, "type must be 'Percentage' or 'FixedAmount'");
  return {
    type,
    title: textArgument(title, 'title', at),
    amount: amountArgument(amount, 'amount', at, type === 'Percentage' ? 100 : undefined),
  };
}

/** A discount code of the scene. Throws if the shop does not accept it. */
export function codeOf({ discountCodes }: Scene, code: unknown, at: string): PosDiscount {
  const known = findDiscountCode(discountCodes, textArgument(code, 'code', at));
  if (!known)
    throw new Error(`${at}(): the discount code is not valid. The scene's discountCodes has all codes.`);
  return { type: 'Code', title: known.code, amount: 0 };
}

function addCode(page: HostContext, code: unknown, at: string): void {
  const discount = codeOf(page.scene, code, at);
  write(page, at, (scene) => {
    const others = scene.pos.cart.discounts.filter(
      ({ type, title }) => type !== 'Code' || title !== discount.title,
    );
    return withPosCart(scene, { discounts: [...others, discount] });
  });
}

const withoutLineDiscounts = (scene: Scene) =>
  withLines(
    scene,
    scene.cart.lines.map((line) => ({ ...line, pos: { ...line.pos, discounts: [] } })),
  );
