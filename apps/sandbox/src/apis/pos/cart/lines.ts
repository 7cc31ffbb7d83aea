import type { CartLine } from '../../../scene/cart.ts';
import { findVariant } from '../../../scene/catalog.ts';
import { madeUpProduct } from '../../../scene/made-up-product.ts';
import { DEFAULT_POS_CART, type PosLine } from '../../../scene/pos-cart.ts';
import type { Scene } from '../../../scene/scene.ts';
import type { Api, HostContext } from '../../api.ts';
import { lineUuid } from '../line-items.ts';
import {
  amountArgument,
  fail,
  flagArgument,
  idArgument,
  propertiesArgument,
  quantityArgument,
  recordArgument,
  textArgument,
} from './arguments.ts';
import { lineWith, nextLineId, withLine, withLines, withPosLine, write } from './write.ts';

/** The lines of the cart, their selling plans, and the staff members that they are attributed to. */
export const lineWrites: NonNullable<Api['host']> = {
  'cart.addLineItem'(page, variantId: unknown, quantity: unknown, options: unknown = {}) {
    const at = 'cart.addLineItem';
    const { properties = {} } = recordArgument(options, 'options', at);
    const added = {
      ...variantLine(page.scene, variantId, quantity, at),
      attributes: toAttributes(propertiesArgument(properties, at)),
    };
    const same = page.scene.cart.lines.find(
      (line) => isMergeable(line) && (line.variantId ?? line.id) === added.variantId,
    );
    if (same && added.attributes.length === 0) {
      write(page, at, (scene) =>
        withLine(scene, same.id, (line) => ({ ...line, quantity: line.quantity + added.quantity })),
      );
      return lineUuid(same);
    }
    return add(page, added, at);
  },
  'cart.addCustomSale': (page, sale: unknown) => {
    const at = 'cart.addCustomSale';
    return add(page, customLine(sale, at), at);
  },
  'cart.removeLineItem'(page, uuid: unknown) {
    const at = 'cart.removeLineItem';
    const { id } = lineWith(page, uuid, at);
    write(page, at, (scene) =>
      withLines(
        scene,
        scene.cart.lines.filter((line) => line.id !== id),
      ),
    );
  },
  'cart.updateLineItemQuantity'(page, uuid: unknown, quantity: unknown) {
    const at = 'cart.updateLineItemQuantity';
    const { id } = lineWith(page, uuid, at);
    const checked = quantityArgument(quantity, at);
    write(page, at, (scene) => withLine(scene, id, (line) => ({ ...line, quantity: checked })));
  },
  'cart.clearCart': (page) => write(page, 'cart.clearCart', emptyCart),
  'cart.setAttributedStaff'(page, staffId: unknown) {
    const at = 'cart.setAttributedStaff';
    const staff = staffOf(staffId, at);
    write(page, at, (scene) => scene.cart.lines.reduce((next, { id }) => withStaff(next, id, staff), scene));
  },
  'cart.setAttributedStaffToLineItem'(page, staffId: unknown, uuid: unknown) {
    const at = 'cart.setAttributedStaffToLineItem';
    const staff = staffOf(staffId, at);
    const { id } = lineWith(page, uuid, at);
    write(page, at, (scene) => withStaff(scene, id, staff));
  },
  'cart.addLineItemSellingPlan'(page, input: unknown) {
    const at = 'cart.addLineItemSellingPlan';
    const { lineItemUuid, sellingPlanId, sellingPlanName } = recordArgument(input, 'input', at);
    const line = lineWith(page, lineItemUuid, at);
    if (line.pos?.isCustomSale) fail(at, 'a custom sale cannot have a selling plan');
    const id = idArgument(sellingPlanId, 'sellingPlanId', at);
    const name =
      sellingPlanName === undefined
        ? `Selling plan ${id}`
        : textArgument(sellingPlanName, 'sellingPlanName', at);
    write(page, at, (scene) => withPosLine(scene, line.id, { sellingPlan: { id, name } }));
  },
  'cart.removeLineItemSellingPlan'(page, uuid: unknown) {
    const at = 'cart.removeLineItemSellingPlan';
    const { id } = lineWith(page, uuid, at);
    write(page, at, (scene) => withoutPart(scene, id, 'sellingPlan'));
  },
};

/** A cart without lines, discounts, properties and note. The customer stays. */
export const emptyCart = (scene: Scene): Scene => ({
  ...withLines(scene, []),
  pos: { ...scene.pos, cart: { ...DEFAULT_POS_CART, isEditable: scene.pos.cart.isEditable } },
});

function add(page: HostContext, line: Omit<CartLine, 'id'>, at: string): string {
  const id = nextLineId(page.scene);
  write(page, at, (scene) => withLines(scene, [...scene.cart.lines, { ...line, id }]));
  return lineUuid({ id });
}

/** A line of a variant of the catalog, or of a made-up one: the id may be of the developer's own shop. */
export function variantLine(scene: Scene, variantId: unknown, quantity: unknown, at: string) {
  const id = idArgument(variantId, 'variantId', at);
  const found = findVariant(scene, id) ?? madeUpProduct(String(id));
  return {
    variantId: id,
    productId: found.product.id,
    title: found.product.title,
    variant: found.variant.title,
    quantity: quantityArgument(quantity, at),
    price: found.variant.price,
    art: found.product.art,
  };
}

export function customLine(sale: unknown, at: string): Omit<CartLine, 'id'> {
  const { title, price, quantity, taxable } = recordArgument(sale, 'customSale', at);
  return {
    title: textArgument(title, 'title', at),
    variant: 'Custom sale',
    quantity: quantityArgument(quantity, at),
    price: amountArgument(price, 'price', at),
    art: 'parcel',
    attributes: [],
    pos: { isCustomSale: true, isTaxable: flagArgument(taxable, 'taxable', at) },
  };
}

export const toAttributes = (properties: Record<string, string>) =>
  Object.entries(properties).map(([key, value]) => ({ key, value }));

/** Lines with properties, discounts or a selling plan of their own stay apart. */
const isMergeable = ({ attributes, pos = {} }: CartLine) =>
  attributes.length === 0 && (pos.discounts ?? []).length === 0 && !pos.sellingPlan && !pos.isCustomSale;

const staffOf = (staffId: unknown, at: string) =>
  staffId === undefined || staffId === null ? undefined : idArgument(staffId, 'staffId', at);

const withStaff = (scene: Scene, lineId: number, staff: number | undefined) =>
  staff === undefined
    ? withoutPart(scene, lineId, 'attributedUserId')
    : withPosLine(scene, lineId, { attributedUserId: staff });

const withoutPart = (scene: Scene, lineId: number, part: keyof PosLine): Scene =>
  withLine(scene, lineId, (line) => {
    const { [part]: _, ...pos } = line.pos ?? {};
    return { ...line, pos };
  });
