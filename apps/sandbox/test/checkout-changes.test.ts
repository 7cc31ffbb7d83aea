import { describe, expect, test } from 'vitest';
import { MAX_ATTRIBUTES } from '../src/apis/checkout/changes/attributes.ts';
import { MAX_METAFIELDS } from '../src/apis/checkout/changes/metafields.ts';
import { MAX_NOTE_LENGTH } from '../src/scene/cart.ts';
import { lineId, mockCheckout, SUCCESS, variantId } from './mock-checkout.ts';

test('attributes are set, replaced in place, and removed', () => {
  const shop = mockCheckout();
  const set = (key: string, value: string) =>
    shop.apply('applyAttributeChange', { type: 'updateAttribute', key, value });
  set('a', '1');
  set('b', '2');
  set('a', '3');
  expect(shop.scene.cart.attributes).toEqual([
    { key: 'a', value: '3' },
    { key: 'b', value: '2' },
  ]);
  shop.apply('applyAttributeChange', { type: 'removeAttribute', key: 'a' });
  expect(shop.scene.cart.attributes).toEqual([{ key: 'b', value: '2' }]);
});

test('metafields are set and removed, also as in earlier API versions', () => {
  const shop = mockCheckout();
  const metafield = { key: 'k', value: '{}', type: 'json' };
  shop.apply('applyMetafieldChange', { type: 'updateCartMetafield', metafield });
  expect(shop.scene.cart.metafields).toEqual([{ namespace: '$app', ...metafield }]);
  shop.apply('applyMetafieldChange', { type: 'removeCartMetafield', key: 'k' });
  const name = { namespace: 'n', key: 'k' };
  shop.apply('applyMetafieldChange', { type: 'updateMetafield', ...name, value: 5, valueType: 'integer' });
  expect(shop.scene.cart.metafields).toEqual([{ ...name, value: '5', type: 'number_integer' }]);
  shop.apply('applyMetafieldChange', { type: 'removeMetafield', ...name });
  expect(shop.scene.cart.metafields).toEqual([]);
});

test('the note is set and removed', () => {
  const shop = mockCheckout();
  const set = (length: number) => ({ type: 'updateNote', note: 'x'.repeat(length) });
  expect(shop.apply('applyNoteChange', set(MAX_NOTE_LENGTH))).toEqual(SUCCESS);
  expect(shop.scene.cart.note).toHaveLength(MAX_NOTE_LENGTH);
  expect(shop.apply('applyNoteChange', set(MAX_NOTE_LENGTH + 1)).type).toBe('error');
  shop.apply('applyNoteChange', { type: 'removeNote' });
  expect(shop.scene.cart).not.toHaveProperty('note');
});

test.each([
  ['applyAttributeChange', (key: string) => ({ type: 'updateAttribute', key, value: '' })],
  [
    'applyMetafieldChange',
    (key: string) => ({ type: 'updateCartMetafield', metafield: { key, value: '', type: 'json' } }),
  ],
])('%s has a limit, within which replacing still works', (name, change) => {
  const attributes = Array.from({ length: MAX_ATTRIBUTES - 1 }, (_, key) => ({ key: `${key}`, value: '' }));
  const metafields = Array.from({ length: MAX_METAFIELDS - 1 }, (_, key) => ({
    namespace: 'a',
    key: `${key}`,
    value: '',
    type: 'json',
  }));
  const shop = mockCheckout({ cart: { attributes, metafields } });
  expect(shop.apply(name, change('last'))).toEqual(SUCCESS);
  expect(shop.apply(name, change('more')).type).toBe('error');
  expect(shop.apply(name, change('last'))).toEqual(SUCCESS);
});

describe('applyShippingAddressChange', () => {
  const update = (address: unknown) => ({ type: 'updateShippingAddress', address });

  test('merges the fields, and keeps the others', () => {
    const shop = mockCheckout();
    const change = update({ city: 'Lyon', countryCode: 'FR', zip: undefined });
    expect(shop.apply('applyShippingAddressChange', change)).toEqual({ type: 'success', errors: null });
    expect(shop.scene.shippingAddress).toMatchObject({ city: 'Lyon', countryCode: 'FR', zip: '04101' });
  });

  test.each([
    [{ countryCode: 'france' }, 'countryCode'],
    [{ countryCode: 'QX' }, 'countryCode'],
    [{ zip: 5 }, 'zip'],
    [{ city: 'x'.repeat(256) }, 'city'],
    [{ planet: 'Mars' }, undefined],
    ['text', undefined],
  ])('names the field that is wrong in %j', (address, field) => {
    const shop = mockCheckout();
    const before = shop.scene;
    const result = shop.apply('applyShippingAddressChange', update(address));
    expect(result.type).toBe('error');
    expect(result.errors![0]!.field).toBe(field);
    expect(shop.scene).toBe(before);
  });
});

test('consent decides what processing is allowed', () => {
  const shop = mockCheckout({ privacy: { shouldShowBanner: true, metafields: [{ key: 'a', value: '1' }] } });
  const metafields = [
    { key: 'a', value: null },
    { key: 'b', value: '2' },
  ];
  const change = { type: 'changeVisitorConsent', marketing: false, metafields };
  expect(shop.apply('applyTrackingConsentChange', change)).toEqual(SUCCESS);
  expect(shop.scene.privacy).toMatchObject({
    allowedProcessing: { analytics: true, marketing: false },
    visitorConsent: { marketing: false },
    metafields: [{ key: 'b', value: '2' }],
    shouldShowBanner: false,
  });
  expect(shop.apply('applyTrackingConsentChange', { ...change, marketing: 'no' }).type).toBe('error');
});

const METAFIELD = { key: 'a', value: 'b', type: 'json' };

test.each([
  [
    'applyAttributeChange',
    { type: 'updateAttribute', key: 'a', value: 'b' },
    'attributes.canUpdateAttributes',
  ],
  [
    'applyCartLinesChange',
    { type: 'addCartLine', merchandiseId: variantId(1), quantity: 1 },
    'lines.canAddCartLine',
  ],
  ['applyCartLinesChange', { type: 'removeCartLine', id: lineId(1), quantity: 1 }, 'lines.canRemoveCartLine'],
  ['applyCartLinesChange', { type: 'updateCartLine', id: lineId(1), quantity: 1 }, 'lines.canUpdateCartLine'],
  ['applyDiscountCodeChange', { type: 'addDiscountCode', code: 'A' }, 'discounts.canUpdateDiscountCodes'],
  [
    'applyMetafieldChange',
    { type: 'updateCartMetafield', metafield: METAFIELD },
    'metafields.canSetCartMetafields',
  ],
  ['applyMetafieldChange', { type: 'removeCartMetafield', key: 'a' }, 'metafields.canDeleteCartMetafield'],
  ['applyNoteChange', { type: 'updateNote', note: 'a' }, 'notes.canUpdateNote'],
  [
    'applyShippingAddressChange',
    { type: 'updateShippingAddress', address: { city: 'Bath' } },
    'delivery.canSelectCustomAddress',
  ],
])('%s %j needs the instruction %s', (name, change, instruction) => {
  expect(mockCheckout().apply(name, change)).toMatchObject(SUCCESS);
  const [group, flag] = instruction.split('.') as [string, string];
  const shop = mockCheckout({ checkout: { instructions: { [group]: { [flag]: false } } } });
  const before = shop.scene;
  const result = shop.apply(name, change);
  expect(result.type).toBe('error');
  expect(result.message ?? result.errors![0]!.message).toContain(`instructions.${instruction} is false`);
  expect(shop.scene).toBe(before);
});
