// @vitest-environment node
import { join } from 'node:path';
import { testBuyerBundle } from '@session-token/extension-ui/testing/bundle';

testBuyerBundle({
  directory: join(import.meta.dirname, '..'),
  targets: ['purchase.checkout.block.render'],
  installCustomer: (shopify, customer) => Object.assign(shopify, { buyerIdentity: { customer } }),
});
