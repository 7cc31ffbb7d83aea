import { describe, expect, test } from 'vitest';
import { MAX_QUANTITY } from '../src/apis/pos/cart/arguments.ts';
import { DEFAULT_SCENE } from '../src/scene/scene.ts';
import { posPage } from './pos-page.ts';

const FIRST = 'line-1';
const [KETTLE, CUP] = ['line-2', 'line-3'];

describe('totals', () => {
  test('of the default cart', () => {
    expect(posPage().cart()).toMatchObject({ subtotal: '147.00', taxTotal: '12.50', grandTotal: '159.50' });
  });

  test('a percentage of the cart reduces the tax, too, and the subtotal stays', async () => {
    const { call, cart } = posPage();
    await call('cart.applyCartDiscount', 'Percentage', 'Loyal', '10');
    // 132.30 and 8.5 % of it.
    expect(cart()).toMatchObject({ subtotal: '147.00', taxTotal: '11.25', grandTotal: '143.55' });
    expect(cart().cartDiscount).toEqual({
      type: 'Percentage',
      discountDescription: 'Loyal',
      amount: 10,
      currency: 'USD',
    });
  });

  test('a fixed amount of a line is per item, and never makes a line negative', async () => {
    const { call, cart } = posPage();
    await call('cart.setLineItemDiscount', FIRST, 'FixedAmount', 'Dented', '5.00');
    expect(cart().grandTotal).toBe('148.65');
    await call('cart.setLineItemDiscount', FIRST, 'FixedAmount', 'Dented', '500');
    // The other lines: 111.00 and 8.5 % of it.
    expect(cart().grandTotal).toBe('120.44');
  });

  test('a line that is not taxable adds no tax', async () => {
    const { call, cart } = posPage();
    await call('cart.clearCart');
    await call('cart.addCustomSale', { title: 'Donation', price: '10.00', quantity: 2, taxable: false });
    expect(cart()).toMatchObject({ subtotal: '20.00', taxTotal: '0.00', grandTotal: '20.00' });
    expect(cart().lineItems[0]).toMatchObject({ taxLines: [], taxable: false });
  });

  test('an empty cart costs nothing, whatever its discounts', async () => {
    const { call, cart } = posPage();
    await call('cart.clearCart');
    await call('cart.applyCartDiscount', 'FixedAmount', 'Off', '5');
    expect(cart()).toMatchObject({ subtotal: '0.00', taxTotal: '0.00', grandTotal: '0.00' });
  });
});

describe('discounts', () => {
  test('a manual discount replaces the last one; codes stay', async () => {
    const { call, cart } = posPage();
    await call('cart.addCartCodeDiscount', 'welcome10');
    await call('cart.applyCartDiscount', 'FixedAmount', 'First', '1');
    await call('cart.applyCartDiscount', 'FixedAmount', 'Second', '2');
    expect(cart().cartDiscounts.map((one) => one.discountDescription)).toEqual(['WELCOME10', 'Second']);
    expect(cart().cartDiscounts[0]).toMatchObject({ type: 'Code', amount: 14.7 });
  });

  test.each([
    ['cart.addCartCodeDiscount', 'FIVEOFF'],
    ['cart.applyCartDiscount', 'Code', 'FIVEOFF'],
  ])('a code of the scene applies once: %s', async (path, ...args) => {
    const { call, cart } = posPage();
    await call(path, ...args);
    await call(path, ...args);
    expect(cart().cartDiscounts).toHaveLength(1);
    await expect(call(path, ...args.slice(0, -1), 'NO-SUCH-CODE')).rejects.toThrow('not valid');
  });

  test('removing those of the cart keeps those of the lines; removing all does not', async () => {
    const { call, cart } = posPage();
    await call('cart.applyCartDiscount', 'Percentage', 'Cart', '10');
    await call('cart.setLineItemDiscount', CUP, 'Percentage', 'Line', '10');
    await call('cart.removeCartDiscount');
    expect(cart().cartDiscounts).toEqual([]);
    expect(cart().lineItems[2]!.discounts).toHaveLength(1);
    await call('cart.removeAllDiscounts', true);
    expect(cart().lineItems[2]!.discounts).toEqual([]);
  });

  test('in bulk, none applies if one is wrong', async () => {
    const { call, cart } = posPage();
    const lineItemDiscount = { title: 'Bulk', type: 'Percentage', amount: '50' };
    const good = { lineItemUuid: FIRST, lineItemDiscount };
    await expect(
      call('cart.bulkSetLineItemDiscounts', [good, { lineItemUuid: 'line-99', lineItemDiscount }]),
    ).rejects.toThrow('no line item has this uuid');
    expect(cart().lineItems[0]!.discounts).toEqual([]);
    await call('cart.bulkSetLineItemDiscounts', [good]);
    expect(cart().lineItems[0]!.discounts).toMatchObject([{ amount: 50 }]);
    await call('cart.removeLineItemDiscount', FIRST);
    expect(cart().lineItems[0]!.discounts).toEqual([]);
  });

  test.each([
    ['100', undefined],
    ['100.01', 'at most 100'],
    ['0.01', undefined],
    ['0', 'above 0'],
    ['-1', 'above 0'],
    ['ten', 'above 0'],
    [{}, 'above 0'],
    [undefined, 'above 0'],
    [Number.NaN, 'above 0'],
  ])('a percentage of %j', async (amount, problem) => {
    const { call } = posPage();
    const applied = call('cart.applyCartDiscount', 'Percentage', 'Any', amount);
    if (problem) await expect(applied).rejects.toThrow(problem);
    else await applied;
  });

  test.each([
    ['cart.applyCartDiscount', ['Fixed', 'Title', '1'], 'type must be'],
    ['cart.applyCartDiscount', ['Percentage', ' ', '1'], 'title must be'],
    ['cart.removeAllDiscounts', ['yes'], 'must be true or false'],
    ['cart.setLineItemDiscount', ['line-99', 'Percentage', 'x', '1'], 'no line item'],
  ])('%s%j is refused', async (path, args, problem) => {
    const { call, page } = posPage();
    await expect(call(path, ...args)).rejects.toThrow(problem);
    expect(page.scene).toBe(DEFAULT_SCENE);
  });
});

describe('lines', () => {
  test('a variant is added with its product, and again raises the quantity', async () => {
    const { call, cart } = posPage();
    const uuid = await call('cart.addLineItem', 12, 1);
    expect(cart().lineItems.at(-1)).toMatchObject({
      uuid,
      variantId: 12,
      productId: 1,
      title: 'Morning Round Trip',
      price: 46,
      sku: 'MRT-WB-1000',
      hasSellingPlanGroups: true,
    });
    expect(await call('cart.addLineItem', 12, 2)).toBe(uuid);
    expect(cart().lineItems).toHaveLength(4);
    expect(cart().lineItems.at(-1)!.quantity).toBe(3);
    expect(await call('cart.addLineItem', 2, 1)).toBe(KETTLE);
  });

  test("an unknown variant, such as one of the developer's own shop, is made up", async () => {
    const { call, cart } = posPage();
    await call('cart.addLineItem', 44_123_456_789_012, 2);
    const line = cart().lineItems.at(-1)!;
    expect(line).toMatchObject({ variantId: 44_123_456_789_012, quantity: 2 });
    expect(line.price).toBeGreaterThan(0);
    expect(await call('productSearch.fetchProductVariantWithId', 44_123_456_789_012)).toMatchObject({
      price: line.price!.toFixed(2),
    });
  });

  test('a variant with properties is a separate line', async () => {
    const { call, cart } = posPage();
    const uuid = await call('cart.addLineItem', 1, 1, { properties: { Engraving: 'RH' } });
    expect(uuid).not.toBe(FIRST);
    expect(cart().lineItems.at(-1)).toMatchObject({ uuid, properties: { Engraving: 'RH' } });
    await call('cart.removeLineItem', uuid);
    expect(cart().lineItems).toHaveLength(3);
  });

  test('the quantity of a line is set', async () => {
    const { call, cart } = posPage();
    await call('cart.updateLineItemQuantity', CUP, 5);
    expect(cart().lineItems[2]!.quantity).toBe(5);
    await expect(call('cart.updateLineItemQuantity', CUP, 0)).rejects.toThrow('quantity must be');
    await expect(call('cart.updateLineItemQuantity', 'line-99', 1)).rejects.toThrow('no line item');
  });

  test('a custom sale has no variant', async () => {
    const { call, cart } = posPage();
    await call('cart.addCustomSale', { title: 'Repair', price: '12.50', quantity: 1, taxable: true });
    const line = cart().lineItems.at(-1)!;
    expect(line).toMatchObject({ title: 'Repair', price: 12.5, taxable: true });
    expect(line).not.toHaveProperty('variantId');
  });

  test.each([
    [1, true],
    [MAX_QUANTITY, true],
    [0, false],
    [MAX_QUANTITY + 1, false],
    [1.5, false],
    ['1', false],
  ])('a quantity of %j', async (quantity, isTaken) => {
    const { call } = posPage();
    const added = call('cart.addLineItem', 4, quantity);
    if (isTaken) expect(await added).toMatch(/^line-/);
    else await expect(added).rejects.toThrow('quantity must be');
  });

  test.each([
    ['cart.addLineItem', ['gid://shopify/ProductVariant/1', 1], 'numeric id'],
    ['cart.addLineItem', [1, 1, { properties: { n: 1 } }], 'must be a text'],
    ['cart.addCustomSale', [{ title: 'x', price: 'free', quantity: 1, taxable: true }], 'price must be'],
    ['cart.addCustomSale', [{ title: '', price: '1', quantity: 1, taxable: true }], 'title must be'],
    ['cart.addCustomSale', [{ title: 'x', price: '1', quantity: 1 }], 'taxable must be'],
    ['cart.removeLineItem', [undefined], 'uuid must be'],
    ['cart.addLineItemSellingPlan', [{ lineItemUuid: FIRST, sellingPlanId: 'x' }], 'numeric id'],
    ['cart.setAttributedStaff', ['7'], 'numeric id'],
  ])('%s%j is refused', async (path, args, problem) => {
    const { call, page } = posPage();
    await expect(call(path, ...args)).rejects.toThrow(problem);
    expect(page.scene).toBe(DEFAULT_SCENE);
  });

  test('selling plans and staff members come and go', async () => {
    const { call, cart } = posPage();
    await call('cart.addLineItemSellingPlan', {
      lineItemUuid: FIRST,
      sellingPlanId: 8,
      sellingPlanName: 'Monthly',
    });
    await call('cart.setAttributedStaff', 7);
    await call('cart.setAttributedStaffToLineItem', 9, CUP);
    expect(cart().lineItems).toMatchObject([
      { sellingPlan: { id: 8, name: 'Monthly' }, attributedUserId: 7 },
      { attributedUserId: 7 },
      { attributedUserId: 9 },
    ]);
    await call('cart.removeLineItemSellingPlan', FIRST);
    await call('cart.setAttributedStaffToLineItem', undefined, CUP);
    await call('cart.setAttributedStaff', undefined);
    for (const line of cart().lineItems) {
      expect(line).not.toHaveProperty('sellingPlan');
      expect(line).not.toHaveProperty('attributedUserId');
    }
  });
});

describe('properties', () => {
  test('of the cart are merged and removed by key', async () => {
    const { call, cart } = posPage();
    await call('cart.addCartProperties', { a: '1', b: '2' });
    await call('cart.addCartProperties', { b: '3' });
    await call('cart.removeCartProperties', ['a', 'unknown']);
    expect(cart().properties).toEqual({ b: '3' });
  });

  test('of lines are merged and removed by key', async () => {
    const { call, cart } = posPage();
    await call('cart.addLineItemProperties', FIRST, { a: '1', b: '2' });
    await call('cart.bulkAddLineItemProperties', [
      { lineItemUuid: FIRST, properties: { b: '3' } },
      { lineItemUuid: CUP, properties: { c: '4' } },
    ]);
    await call('cart.removeLineItemProperties', FIRST, ['a']);
    expect(cart().lineItems.map(({ properties }) => properties)).toEqual([{ b: '3' }, {}, { c: '4' }]);
  });

  test.each([
    ['cart.addCartProperties', [['a']]],
    ['cart.addCartProperties', [{ a: 1 }]],
    ['cart.removeCartProperties', ['a']],
    ['cart.removeCartProperties', [[1]]],
    ['cart.addLineItemProperties', ['line-99', { a: '1' }]],
    ['cart.bulkAddLineItemProperties', [{ lineItemUuid: FIRST, properties: {} }]],
    ['cart.removeLineItemProperties', [FIRST, 'a']],
  ])('%s%j is refused', async (path, args) => {
    const { call, page } = posPage();
    await expect(call(path, ...args)).rejects.toThrow(`${path}()`);
    expect(page.scene).toBe(DEFAULT_SCENE);
  });
});

describe('the customer', () => {
  test('is that of the control', async () => {
    const { call, cart, page } = posPage();
    await call('cart.setCustomer', { id: 77 });
    expect(page.state.customer).toBe('77');
    expect(cart()).toMatchObject({ customer: { id: 77 } });
    await call('cart.removeCustomer');
    expect(cart()).not.toHaveProperty('customer');
    await expect(call('cart.setCustomer', { id: 'gid://shopify/Customer/1' })).rejects.toThrow('numeric id');
    await expect(call('cart.setCustomer', 77)).rejects.toThrow('must be an object');
  });

  test('has addresses, of which one is the default', async () => {
    const { call, page } = posPage({ customer: '42' });
    await call('cart.addAddress', { address1: '1 Pier Road', city: 'Bath', countryCode: 'US' });
    const added = page.scene.pos.customerAddresses.at(-1)!;
    expect(added).toMatchObject({ address1: '1 Pier Road' });
    await call('cart.updateDefaultAddress', added.id);
    expect(page.scene.pos.defaultAddressId).toBe(added.id);
    await call('cart.deleteAddress', added.id);
    expect(page.scene.pos.customerAddresses).toHaveLength(1);
    expect(page.scene.pos.defaultAddressId).toBe(501);
    await expect(call('cart.deleteAddress', added.id)).rejects.toThrow('no address');
    await expect(call('cart.addAddress', { street: 'x' })).rejects.toThrow('address.street');
    await expect(call('cart.addAddress', {})).rejects.toThrow('empty');
  });

  test.each([
    ['cart.addAddress', { city: 'Bath' }],
    ['cart.deleteAddress', 501],
    ['cart.updateDefaultAddress', 501],
  ])('%s needs a customer in the cart', async (path, argument) => {
    await expect(posPage().call(path, argument)).rejects.toThrow('no customer is in the cart');
    await posPage({ customer: '42' }).call(path, argument);
  });
});

describe('bulkCartUpdate', () => {
  test('takes the current cart, and returns it unchanged', async () => {
    const { call, cart } = posPage({ customer: '42' });
    await call('cart.addCartCodeDiscount', 'WELCOME10');
    await call('cart.setLineItemDiscount', FIRST, 'Percentage', 'Line', '10');
    await call('cart.addLineItemProperties', CUP, { a: '1' });
    const before = cart();
    expect(await call('cart.bulkCartUpdate', before)).toEqual(before);
  });

  test('replaces everything', async () => {
    const { call, cart } = posPage({ customer: '42' });
    await call('cart.bulkCartUpdate', {
      note: 'Gift',
      properties: { a: '1' },
      cartDiscounts: [{ type: 'FixedAmount', amount: 2, discountDescription: 'Two' }],
      lineItems: [
        { variantId: 4, quantity: 2 },
        { title: 'Wrapping', price: 3, quantity: 1, taxable: false },
      ],
    });
    expect(cart()).toMatchObject({ note: 'Gift', properties: { a: '1' }, subtotal: '41.00' });
    expect(cart().lineItems.map(({ title }) => title)).toEqual(['Night Shift Decaf', 'Wrapping']);
    expect(new Set(cart().lineItems.map(({ uuid }) => uuid)).size).toBe(2);
    expect(cart()).not.toHaveProperty('customer');
  });

  test.each([
    [{ lineItems: [{ variantId: 'gid://shopify/ProductVariant/1', quantity: 1 }] }],
    [{ lineItems: 'none' }],
    [{ lineItems: [], note: 5 }],
    [{ lineItems: [], customer: { id: '42' } }],
    [{ lineItems: [], cartDiscounts: [{ type: 'Code', discountDescription: 'NO-SUCH-CODE' }] }],
  ])('changes nothing if a part is wrong: %j', async (input) => {
    const { call, page } = posPage();
    await expect(call('cart.bulkCartUpdate', input)).rejects.toThrow('cart.bulkCartUpdate()');
    expect(page.scene).toBe(DEFAULT_SCENE);
  });
});

test.each([
  ['cart.clearCart'],
  ['cart.setCustomer', { id: 1 }],
  ['cart.removeCustomer'],
  ['cart.addLineItem', 1, 1],
  ['cart.applyCartDiscount', 'Percentage', 'x', '1'],
  ['cart.addCartProperties', { a: '1' }],
  ['cart.bulkCartUpdate', { lineItems: [] }],
])('%s fails while the cart is not editable', async (path, ...args) => {
  const { pos } = DEFAULT_SCENE;
  const scene = { ...DEFAULT_SCENE, pos: { ...pos, cart: { ...pos.cart, isEditable: false } } };
  const { call, page } = posPage({ scene });
  await expect(call(path, ...args)).rejects.toThrow('the cart is not editable');
  expect(page.scene).toBe(scene);
});
