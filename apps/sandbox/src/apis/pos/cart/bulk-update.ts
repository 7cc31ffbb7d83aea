import type { CartLine } from '../../../scene/cart.ts';
import type { PosDiscount, PosLine } from '../../../scene/pos-cart.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { Api } from '../../api.ts';
import { lineUuid } from '../line-items.ts';
import {
  fail,
  idArgument,
  listArgument,
  propertiesArgument,
  recordArgument,
  textArgument,
} from './arguments.ts';
import { currentCart } from './current.ts';
import { codeOf, discountOf } from './discounts.ts';
import { customLine, toAttributes, variantLine } from './lines.ts';
import { nextLineId, withLines, write } from './write.ts';

const AT = 'cart.bulkCartUpdate';

/** Replaces the whole cart. Everything is checked before anything changes. */
export const bulkUpdate: NonNullable<Api['host']> = {
  [AT](page, cartState: unknown) {
    const input = recordArgument(cartState, 'cartState', AT);
    const { scene } = page;
    const lines = linesOf(scene, input.lineItems ?? []);
    const discounts = cartDiscountsOf(scene, input);
    const properties = propertiesArgument(input.properties ?? {}, AT);
    const note = input.note === undefined ? undefined : textArgument(input.note, 'note', AT);
    const customer =
      input.customer === undefined
        ? undefined
        : String(idArgument(recordArgument(input.customer, 'customer', AT).id, 'customer.id', AT));
    write(page, AT, (current) => {
      const { note: _, ...cart } = current.pos.cart;
      const next = { ...cart, discounts, properties, ...(note !== undefined && { note }) };
      return withLines({ ...current, pos: { ...current.pos, cart: next } }, lines);
    });
    page.setControls({ customer });
    return currentCart(page.scene, page.state);
  },
};

function cartDiscountsOf(scene: Scene, { cartDiscounts, cartDiscount }: Record<string, unknown>) {
  const given = listArgument(cartDiscounts ?? (cartDiscount ? [cartDiscount] : []), 'cartDiscounts', AT);
  return given.map((discount): PosDiscount => {
    const { type, discountDescription, amount } = recordArgument(discount, 'each discount', AT);
    return type === 'Code'
      ? codeOf(scene, discountDescription, AT)
      : discountOf(type, discountDescription ?? 'Discount', amount, AT);
  });
}

/** Known lines keep their uuid; a line with a `variantId` is one of the catalog, any other a custom sale. */
function linesOf(scene: Scene, lineItems: unknown): CartLine[] {
  const known = new Map(scene.cart.lines.map((line) => [lineUuid(line), line]));
  const used = new Set<number>();
  let added = nextLineId(scene);
  return listArgument(lineItems, 'lineItems', AT).map((item) => {
    const given = recordArgument(item, 'each line item', AT);
    const existing = known.get(String(given.uuid));
    const id = existing && !used.has(existing.id) ? existing.id : added++;
    used.add(id);
    const properties = toAttributes(propertiesArgument(given.properties ?? {}, AT));
    const base = isVariant(given)
      ? variantLine(scene, given.variantId, given.quantity, AT)
      : customLine({ ...given, taxable: given.taxable ?? true }, AT);
    return {
      ...base,
      id,
      attributes: properties,
      pos: posLineOf(given, 'pos' in base ? base.pos : undefined),
    };
  });
}

const isVariant = ({ variantId }: Record<string, unknown>) => variantId !== undefined && variantId !== null;

function posLineOf(given: Record<string, unknown>, base: PosLine = {}): PosLine {
  const { taxable, attributedUserId, sellingPlan } = given;
  if (taxable !== undefined && typeof taxable !== 'boolean') fail(AT, 'taxable must be true or false');
  const discounts = listArgument(given.discounts ?? [], 'discounts', AT).map((discount) => {
    const { type, discountDescription, amount } = recordArgument(discount, 'each discount', AT);
    return discountOf(type, discountDescription ?? 'Discount', amount, AT);
  });
  return {
    ...base,
    ...(typeof taxable === 'boolean' && { isTaxable: taxable }),
    discounts,
    ...(attributedUserId !== undefined && {
      attributedUserId: idArgument(attributedUserId, 'attributedUserId', AT),
    }),
    ...(sellingPlan !== undefined && { sellingPlan: sellingPlanOf(sellingPlan) }),
  };
}

function sellingPlanOf(sellingPlan: unknown) {
  const { id, name } = recordArgument(sellingPlan, 'sellingPlan', AT);
  return { id: idArgument(id, 'sellingPlan.id', AT), name: textArgument(name, 'sellingPlan.name', AT) };
}
