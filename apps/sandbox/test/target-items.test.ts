import { describe, expect, test } from 'vitest';
import { itemTitles, targetItems } from '../src/apis/target-items.ts';
import { initialScene } from '../src/scene/scene.ts';

const ON_LINE = 'purchase.checkout.cart-line-item.render-after';
const scene = initialScene({});

describe('the items of a target', () => {
  test.each([
    [ON_LINE, ['Morning Round Trip', 'Gooseneck kettle', 'Stoneware cup']],
    [
      'customer-account.order-status.cart-line-item.render-after',
      ['Morning Round Trip', 'Gooseneck kettle', 'Stoneware cup'],
    ],
    ['purchase.checkout.shipping-option-item.render-after', ['Standard', 'Express']],
    ['purchase.checkout.payment-option-item.details.render', []],
    ['purchase.checkout.cart-line-list.render-after', []],
    ['purchase.checkout.block.render', []],
  ])('%s', (target, titles) => {
    expect(itemTitles(target, scene)).toEqual(titles);
  });

  test.each([
    [1, { selected: 1, others: [2, 3] }],
    [3, { selected: 3, others: [1, 2] }],
    [4, { selected: 1, others: [2, 3] }],
  ])('of 3, with position %i selected', (item, items) => {
    expect(targetItems(ON_LINE, scene, item)).toEqual(items);
  });

  test('do not exist in an empty cart', () => {
    const empty = initialScene({}, { cart: { lines: [] } });
    expect(targetItems(ON_LINE, empty, 1)).toEqual({ selected: 1, others: [] });
  });
});
