import { Signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createSignalStore, type ExtensionSignal } from '../src/worker/signals.ts';

interface Shopify {
  buyerIdentity: { customer: ExtensionSignal };
}

function setUp() {
  const store = createSignalStore({ 'buyerIdentity.customer': undefined });
  const shopify: Record<string, unknown> = { buyerIdentity: {} };
  store.install(shopify);
  return { store, shopify: shopify as unknown as Shopify };
}

test('a subscriber hears the value of now, then each change', () => {
  const { store, shopify } = setUp();
  const listener = vi.fn();
  shopify.buyerIdentity.customer.subscribe(listener);
  store.update({ 'buyerIdentity.customer': { id: '42' } });
  expect(listener.mock.calls).toEqual([[undefined], [{ id: '42' }]]);
  expect(shopify.buyerIdentity.customer.current).toEqual({ id: '42' });
});

test("values are Preact's own signals once the extension has brought them", () => {
  const { store, shopify } = setUp();
  store.use(Signal);
  expect(shopify.buyerIdentity.customer).toBeInstanceOf(Signal);
});

test('a change before anyone asked is there when they do', () => {
  const { store, shopify } = setUp();
  store.update({ 'buyerIdentity.customer': 'later' });
  expect(shopify.buyerIdentity.customer.value).toBe('later');
});
