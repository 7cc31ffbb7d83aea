import { expect, test } from 'vitest';
import { parseIntent } from '../src/apis/customer-account/intents.ts';
import type { ExtensionState } from '../src/contract/extension-state.ts';
import { destinationOf } from '../src/page/model/destination.ts';

const extension = (id: string, ...targets: string[]) =>
  ({
    id,
    built: { manifest: { handle: `${id}-handle`, targets: targets.map((target) => ({ target })) } },
  }) as unknown as ExtensionState;

const PAGE = 'customer-account.page.render';
const ORDER_PAGE = 'customer-account.order.page.render';
const BLOCK = 'customer-account.order-status.block.render';
const PROFILE = 'customer-account.profile.block.render';

const own = extension('own', BLOCK, PROFILE, PAGE, ORDER_PAGE);
const other = extension('other', PAGE);
const blockOnly = extension('block-only', BLOCK);

const from = (target: string, navigating = own) => ({
  extension: navigating,
  extensions: [own, other, blockOnly],
  target,
  storefrontUrl: 'https://shop.example',
});

test.each([
  ['extension:/a/b?c=1', PROFILE, { extension: 'own', target: PAGE, path: '/a/b?c=1' }],
  ['extension:///a', PROFILE, { extension: 'own', target: PAGE, path: '/a' }],
  ['extension:', PROFILE, { extension: 'own', target: PAGE, path: '/' }],
  ['extension:other-handle/a', PROFILE, { extension: 'other', target: PAGE, path: '/a' }],
  ['extension://other-handle', BLOCK, { extension: 'other', target: PAGE, path: '/' }],
  ['extension:/a', BLOCK, { extension: 'own', target: ORDER_PAGE, path: '/a' }],
  ['shopify:customer-account/orders/1001', PROFILE, { extension: 'own', target: BLOCK }],
  ['shopify:customer-account/profile', BLOCK, { extension: 'own', target: PROFILE }],
])('%s from %s leads to a target', (url, target, expected) => {
  expect(destinationOf(url, from(target))).toEqual({ kind: 'target', ...expected });
});

test.each([
  ['shopify:customer-account/orders', 'the list of orders'],
  ['https://example.com/help', 'https://example.com/help'],
  ['/cart', 'https://shop.example/cart'],
  ['mailto:help@shop.example', 'mailto:help@shop.example'],
])('%s leads elsewhere', (url, title) => {
  expect(destinationOf(url, from(BLOCK))).toEqual({ kind: 'elsewhere', title });
});

test.each([
  ['extension:nobody/', own, 'no extension here has the handle "nobody"'],
  ['extension:/', blockOnly, 'block-only has no full page'],
  ['extension:block-only-handle/', own, 'block-only has no full page'],
  ['shopify:customer-account/wallet', own, 'the customer account has no page at /wallet'],
  ['https://', own, '"https://" is not a URL'],
])('%s leads nowhere, and the message says why', (url, navigating, message) => {
  expect(destinationOf(url, from(BLOCK, navigating))).toEqual({
    kind: 'unknown',
    message: expect.stringContaining(message),
  });
});

const CONTRACT = 'gid://shopify/SubscriptionContract/7';
const INTENT = {
  action: 'open',
  type: 'shopify/SubscriptionContract',
  value: CONTRACT,
  data: { field: 'paymentMethod' },
};

test.each([
  [INTENT, undefined],
  [`open:shopify/SubscriptionContract,${CONTRACT}?field=paymentMethod`, undefined],
  ['open:shopify/SubscriptionContract', { value: CONTRACT, data: { field: 'paymentMethod' } }],
])('reads each form of an intent: %j', (query, options) => {
  expect(parseIntent(query, options)).toEqual(INTENT);
});

test.each([
  [{ ...INTENT, action: 'create' }, 'The only intent'],
  [{ ...INTENT, value: 'gid://shopify/Order/7' }, 'the id of a subscription contract'],
  [{ ...INTENT, data: {} }, 'paymentMethod'],
  ['open', 'The only intent'],
  [null, 'The only intent'],
])('rejects another intent: %j', (query, message) => {
  expect(() => parseIntent(query)).toThrow(message);
});
