import { Type } from 'typebox';
import { ATTRIBUTE_SCHEMA, type CartLine, variantIdOf } from '../../../scene/cart.ts';
import type { Scene } from '../../../scene/scene.ts';
import { MAX_QUANTITY } from '../../../scene/schema.ts';
import { lineId } from '../../cart-lines.ts';
import { createChange, RefusedChange } from '../../changes.ts';
import { merchandiseOf } from './merchandise.ts';

/** The maximum number of lines of a cart. */
export const MAX_LINES = 500;

const ID = Type.String({ maxLength: 255 });
const QUANTITY = Type.Integer({ minimum: 1, maximum: MAX_QUANTITY });
const ATTRIBUTES = Type.Array(Type.Object(ATTRIBUTE_SCHEMA.properties), { maxItems: 250 });
const PARENT = Type.Union([Type.Object({ lineId: ID }), Type.Object({ merchandiseId: ID })]);

const VARIANTS = {
  addCartLine: Type.Object({
    merchandiseId: ID,
    quantity: QUANTITY,
    attributes: Type.Optional(ATTRIBUTES),
    sellingPlanId: Type.Optional(ID),
    parent: Type.Optional(PARENT),
  }),
  removeCartLine: Type.Object({ id: ID, quantity: QUANTITY }),
  updateCartLine: Type.Object({
    id: ID,
    merchandiseId: Type.Optional(ID),
    quantity: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_QUANTITY })),
    attributes: Type.Optional(ATTRIBUTES),
    sellingPlanId: Type.Optional(Type.Union([ID, Type.Null()])),
    parent: Type.Optional(PARENT),
  }),
};

const INSTRUCTIONS = {
  addCartLine: 'lines.canAddCartLine',
  removeCartLine: 'lines.canRemoveCartLine',
  updateCartLine: 'lines.canUpdateCartLine',
};

export const applyCartLinesChange = createChange({
  variants: VARIANTS,
  instruction: (type) => INSTRUCTIONS[type],
  apply(scene, change) {
    switch (change.type) {
      case 'addCartLine':
        return add(scene, change);
      case 'removeCartLine': {
        const line = lineOf(scene, change.id);
        return withQuantityOf(scene, line, line.quantity - change.quantity);
      }
      case 'updateCartLine':
        return update(scene, change);
    }
  },
});

interface LineFields {
  attributes?: { key: string; value: string }[];
  sellingPlanId?: string | null;
  parent?: { lineId: string } | { merchandiseId: string };
}

function add(scene: Scene, change: LineFields & { merchandiseId: string; quantity: number }): Scene {
  const added = {
    ...merchandiseOf(scene, change.merchandiseId),
    attributes: [],
    ...fieldsOf(scene, change),
    quantity: change.quantity,
  };
  const { lines } = scene.cart;
  const alike = lines.find((line) => isAlike(line, added));
  if (alike) return withQuantityOf(scene, alike, alike.quantity + change.quantity);
  if (lines.length >= MAX_LINES) throw new RefusedChange(`A cart has at most ${MAX_LINES} lines.`);
  const id = Math.max(0, ...lines.map((line) => line.id)) + 1;
  return withLines(scene, [...lines, { id, ...added }]);
}

function update(
  scene: Scene,
  change: LineFields & { id: string; merchandiseId?: string; quantity?: number },
): Scene {
  const line = lineOf(scene, change.id);
  const { sellingPlan, ...rest } = line;
  const updated: CartLine = {
    ...(change.sellingPlanId === null || change.merchandiseId ? rest : line),
    ...(change.merchandiseId && { ...ownFieldsOf(line), ...merchandiseOf(scene, change.merchandiseId) }),
    ...(change.merchandiseId && sellingPlan && change.sellingPlanId === undefined && { sellingPlan }),
    ...fieldsOf(scene, change),
  };
  const lines = scene.cart.lines.map((one) => (one === line ? updated : one));
  return withQuantityOf(withLines(scene, lines), updated, change.quantity ?? line.quantity);
}

/** The fields of a line that do not belong to its merchandise. */
const ownFieldsOf = ({ id, quantity, attributes, parent }: CartLine) => ({
  id,
  quantity,
  attributes,
  ...(parent !== undefined && { parent }),
});

function fieldsOf(scene: Scene, { attributes, sellingPlanId, parent }: LineFields) {
  return {
    ...(attributes && { attributes: attributes.map(({ key, value }) => ({ key, value })) }),
    ...(sellingPlanId && { sellingPlan: { id: sellingPlanId, recurringDeliveries: true } }),
    ...(parent && { parent: parentOf(scene, parent).id }),
  };
}

function parentOf(scene: Scene, parent: NonNullable<LineFields['parent']>): CartLine {
  if ('lineId' in parent) return lineOf(scene, parent.lineId);
  const { variantId } = merchandiseOf(scene, parent.merchandiseId);
  const found = scene.cart.lines.find((line) => variantIdOf(line) === variantId);
  if (!found) throw new RefusedChange(`The cart has no line with the merchandise ${parent.merchandiseId}.`);
  return found;
}

function lineOf({ cart }: Scene, id: string): CartLine {
  const line = cart.lines.find((one) => lineId(one.id) === id);
  if (!line) throw new RefusedChange(`The cart has no line ${id}.`);
  return line;
}

/** Sets the quantity of a line. 0 removes the line, and the lines that belong to it. */
function withQuantityOf(scene: Scene, { id }: CartLine, quantity: number): Scene {
  const { lines } = scene.cart;
  if (quantity <= 0)
    return withLines(
      scene,
      lines.filter((line) => line.id !== id && line.parent !== id),
    );
  if (quantity > MAX_QUANTITY) throw new RefusedChange(`A line has at most ${MAX_QUANTITY} items.`);
  return withLines(
    scene,
    lines.map((line) => (line.id === id ? { ...line, quantity } : line)),
  );
}

const withLines = (scene: Scene, lines: readonly CartLine[]): Scene => ({
  ...scene,
  cart: { ...scene.cart, lines },
});

/** Whether two lines are one: the same merchandise, with the same attributes, plan and parent. */
function isAlike(line: CartLine, other: Omit<CartLine, 'id'> & { variantId: number }): boolean {
  const keyOf = ({ attributes, sellingPlan, parent }: Omit<CartLine, 'id'>) =>
    JSON.stringify([
      attributes.map(({ key, value }) => [key, value]).sort(),
      sellingPlan?.id ?? null,
      parent ?? null,
    ]);
  return variantIdOf(line) === other.variantId && keyOf(line) === keyOf(other);
}
