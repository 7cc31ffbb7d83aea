import { expect, test, vi } from 'vitest';
import type { ApiInput, HostContext } from '../src/apis/api.ts';
import { targetValues } from '../src/apis/target-values.ts';
import { DEFAULT_STATE } from '../src/contract/url-state.ts';
import { createHostCalls } from '../src/page/model/host-calls.ts';
import { DEFAULT_SCENE, initialScene, type ScenePatch } from '../src/scene/scene.ts';

const INPUT = {
  target: 'purchase.checkout.block.render',
  state: DEFAULT_STATE,
  manifest: { apiVersion: '2026-07', locales: { translations: {} }, settings: [], capabilities: {} },
  networkAccess: true,
  scriptUrl: 'http://x/e.js',
} as unknown as ApiInput;

test('a patch is merged with the default scene; its arrays replace', () => {
  const lines = [{ ...DEFAULT_SCENE.cart.lines[0]!, title: 'Tea' }];
  const scene = initialScene({}, { shop: { name: 'Tea Shop' }, cart: { lines } });
  expect(scene.shop).toEqual({ ...DEFAULT_SCENE.shop, name: 'Tea Shop' });
  expect(scene.cart).toEqual({ ...DEFAULT_SCENE.cart, lines });
  expect(scene.order).toBe(DEFAULT_SCENE.order);
});

test.each([
  [1, [1, 1, 1]],
  [0, [1, 1]],
])('the Quantity control sets the first line: %i', (quantity, quantities) => {
  expect(initialScene({ quantity }).cart.lines.map((line) => line.quantity)).toEqual(quantities);
});

test("members of the scene win over the APIs' values", () => {
  const scene = initialScene({}, { members: { lines: [], 'cost.totalAmount': { amount: 1 } } });
  const values = targetValues({ ...INPUT, scene });
  expect(values).toMatchObject({ lines: [], 'cost.totalAmount': { amount: 1 } });
  expect(values['cost.subtotalAmount']).toMatchObject({ amount: 147 });
});

test('the company of the scene is the one that a logged-in customer of the account buys for', () => {
  const company = {
    company: { id: 'gid://shopify/Company/5', name: 'Tea Rooms' },
    location: { id: 'gid://shopify/CompanyLocation/6', name: 'Quay' },
  };
  const valuesFor = (customer: string | undefined, patch: ScenePatch) =>
    targetValues({
      ...INPUT,
      target: 'customer-account.profile.company-location-addresses.render-after',
      state: { ...DEFAULT_STATE, ...(customer && { customer }) },
      scene: initialScene({}, patch),
    });
  expect(valuesFor('42', { company })).toMatchObject({
    'authenticatedAccount.purchasingCompany': {
      company: { id: 'gid://shopify/Company/5' },
      location: { id: 'gid://shopify/CompanyLocation/6' },
    },
    locationId: 'gid://shopify/CompanyLocation/6',
  });
  for (const values of [valuesFor(undefined, { company }), valuesFor('42', {})]) {
    expect(values['authenticatedAccount.purchasingCompany']).toBeUndefined();
  }
});

test("calls only functions of the target's own members", async () => {
  const context = { rerun: vi.fn(), showToast: vi.fn() };
  const call = createHostCalls(
    'purchase.checkout.block.render',
    '2026-07',
    context as unknown as HostContext,
  );
  await call('reload', []);
  expect(context.rerun).toHaveBeenCalledOnce();
  for (const path of ['toast.show', 'session.getSessionToken', 'constructor', '__proto__', '']) {
    await expect(call(path, ['x']), path).rejects.toThrow('is not available');
  }
  expect(context.showToast).not.toHaveBeenCalled();
});
