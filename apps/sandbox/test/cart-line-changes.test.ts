import { expect, test } from 'vitest';
import { MAX_LINES } from '../src/apis/checkout/changes/cart-lines.ts';
import { costOf } from '../src/scene/cost.ts';
import { MAX_QUANTITY } from '../src/scene/schema.ts';
import { lineId, mockCheckout, SUCCESS, variantId } from './mock-checkout.ts';

const add = (id: number | string, more: object = {}) => ({
  type: 'addCartLine',
  merchandiseId: variantId(id),
  quantity: 1,
  ...more,
});

test('adds to the line with the same merchandise, attributes, plan and parent, else adds a line', () => {
  const shop = mockCheckout();
  expect(shop.apply('applyCartLinesChange', add(1))).toEqual(SUCCESS);
  expect(shop.scene.cart.lines.map(({ quantity }) => quantity)).toEqual([3, 1, 1]);
  shop.apply('applyCartLinesChange', add(1, { attributes: [{ key: 'gift', value: 'yes' }] }));
  shop.apply('applyCartLinesChange', add(1, { sellingPlanId: 'gid://shopify/SellingPlan/1' }));
  shop.apply('applyCartLinesChange', add(2, { parent: { lineId: lineId(1) } }));
  expect(shop.scene.cart.lines.slice(3)).toMatchObject([
    { id: 4, variantId: 1, attributes: [{ key: 'gift', value: 'yes' }] },
    { id: 5, sellingPlan: { id: 'gid://shopify/SellingPlan/1' } },
    { id: 6, variantId: 2, parent: 1 },
  ]);
  expect(costOf(shop.scene).subtotal).toBe(3 * 18 + 79 + 32 + 18 + 18 + 79);
});

test("adds the scene's products, and any other merchandise unless the scene forbids it", () => {
  const shop = mockCheckout();
  expect(shop.apply('applyCartLinesChange', add(77))).toEqual(SUCCESS);
  expect(shop.scene.cart.lines.at(-1)).toMatchObject({ title: 'Product 77', variantId: 77 });
  const strict = mockCheckout({ checkout: { acceptsUnknown: false } });
  expect(strict.apply('applyCartLinesChange', add(77)).message).toContain('does not exist');
  expect(strict.apply('applyCartLinesChange', add(5))).toEqual(SUCCESS);
  expect(strict.scene.cart.lines.at(-1)).toMatchObject({ title: 'Paper filters', price: 7.5, productId: 5 });
});

test('removes a quantity, and the line with its children when nothing is left', () => {
  const shop = mockCheckout();
  shop.apply('applyCartLinesChange', { type: 'removeCartLine', id: lineId(1), quantity: 1 });
  expect(shop.scene.cart.lines[0]!.quantity).toBe(1);
  shop.apply('applyCartLinesChange', add(9, { parent: { merchandiseId: variantId(1) } }));
  shop.apply('applyCartLinesChange', { type: 'removeCartLine', id: lineId(1), quantity: 5 });
  expect(shop.scene.cart.lines.map(({ id }) => id)).toEqual([2, 3]);
});

test('updates quantity, attributes, merchandise and selling plan', () => {
  const shop = mockCheckout();
  const update = (change: object) =>
    shop.apply('applyCartLinesChange', { type: 'updateCartLine', id: lineId(1), ...change });
  update({ quantity: 4, attributes: [{ key: 'a', value: 'b' }], sellingPlanId: 'plan' });
  const own = { quantity: 4, attributes: [{ key: 'a', value: 'b' }], sellingPlan: { id: 'plan' } };
  expect(shop.scene.cart.lines[0]).toMatchObject({ title: 'Morning Round Trip', ...own });
  update({ merchandiseId: variantId(2) });
  expect(shop.scene.cart.lines[0]).toMatchObject({ id: 1, variantId: 2, title: 'Gooseneck kettle', ...own });
  update({ sellingPlanId: null });
  expect(shop.scene.cart.lines[0]).not.toHaveProperty('sellingPlan');
  update({ quantity: 0 });
  expect(shop.scene.cart.lines.map(({ id }) => id)).toEqual([2, 3]);
});

test.each([
  [add(1, { quantity: 0 }), 'quantity'],
  [add(1, { quantity: 1.5 }), 'quantity'],
  [add(1, { quantity: MAX_QUANTITY + 1 }), 'quantity'],
  [add(1, { quantity: MAX_QUANTITY }), 'at most'],
  [{ ...add(1), merchandiseId: '12' }, 'not the id of a product variant'],
  [add('__proto__'), 'not the id of a product variant'],
  [add(1, { attributes: [{ key: 'a', value: 5 }] }), 'attributes[0].value'],
  [add(1, { parent: { lineId: 'x' } }), 'no line'],
  [{ type: 'removeCartLine', id: lineId(9), quantity: 1 }, 'no line'],
  [{ type: 'toString' }, 'type must be one of addCartLine'],
  [undefined, 'type must be one of'],
  ['x', 'type must be one of'],
])('refuses %j and changes nothing', (change, message) => {
  const shop = mockCheckout();
  const before = shop.scene;
  const result = shop.apply('applyCartLinesChange', change);
  expect(result.type).toBe('error');
  expect(result.message).toContain(message);
  expect(shop.scene).toBe(before);
});

test(`takes ${MAX_LINES} lines`, () => {
  const line = { title: 'Tea', price: 1, quantity: 1 };
  const lines = Array.from({ length: MAX_LINES - 1 }, (_, index) => ({ id: index + 1, ...line }));
  const shop = mockCheckout({ cart: { lines } });
  expect(shop.apply('applyCartLinesChange', add(90_001))).toEqual(SUCCESS);
  expect(shop.apply('applyCartLinesChange', add(90_002)).message).toContain('at most');
});
