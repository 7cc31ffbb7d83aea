import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createBuyer } from '../src/page/model/buyer.ts';
import { costOf } from '../src/scene/cost.ts';
import { initialScene, type ScenePatch } from '../src/scene/scene.ts';
import { mockCheckout, SUCCESS } from './mock-checkout.ts';

function mockBuyer(patch: ScenePatch = {}) {
  const scene = signal(initialScene({}, patch));
  const buyer = createBuyer(
    { scene },
    {
      updateScene: (change) => {
        scene.value = change(scene.peek());
      },
    },
  );
  return { buyer, scene };
}

test.each([
  ['a code of the scene', 'welcome10', {}],
  ['a code that the scene does not have', 'ANY', {}],
  ['an unknown code that is not accepted', 'ANY', { checkout: { acceptsUnknown: false } }],
  [
    'a code where none may change',
    'ANY',
    { checkout: { instructions: { discounts: { canUpdateDiscountCodes: false } } } },
  ],
  ['no code', '', {}],
])("the buyer's code has the effect of applyDiscountCodeChange: %s", (_, code, patch) => {
  const { buyer, scene } = mockBuyer(patch);
  const extension = mockCheckout(patch);
  const result = buyer.addCode(code);
  expect(result).toEqual(extension.apply('applyDiscountCodeChange', { type: 'addDiscountCode', code }));
  expect(scene.value).toEqual(extension.scene);
});

test('a gift card of the scene is used as one, and both kinds of codes can be removed', () => {
  const { buyer, scene } = mockBuyer({ giftCards: [{ code: 'GIFT-1234', balance: 20 }] });
  const full = costOf(scene.value).due;
  expect(buyer.addCode('gift 1234')).toEqual(SUCCESS);
  expect(buyer.addCode('FIVEOFF')).toEqual(SUCCESS);
  expect(scene.value.cart.discounts).toMatchObject([{ code: 'FIVEOFF' }]);
  expect(costOf(scene.value).giftCards).toMatchObject([{ lastCharacters: '1234', used: 20 }]);
  buyer.removeGiftCard('1234');
  buyer.removeDiscountCode('FIVEOFF');
  expect(costOf(scene.value).due).toBe(full);
});

test("the buyer's address has the limits of applyShippingAddressChange", () => {
  const { buyer, scene } = mockBuyer();
  expect(buyer.changeAddress({ city: 'x'.repeat(255) })).toMatchObject(SUCCESS);
  expect(buyer.changeAddress({ city: 'x'.repeat(256) })).toMatchObject({
    type: 'error',
    errors: [{ field: 'city' }],
  });
  expect(scene.value.shippingAddress.city).toHaveLength(255);
});
