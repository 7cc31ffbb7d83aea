// @vitest-environment node
import { join } from 'node:path';
import { describeBuyerBundle } from '@session-token/extension-testing/bundle';

describeBuyerBundle({
  directory: join(import.meta.dirname, '..'),
  targets: ['purchase.checkout.block.render'],
  installCustomer: (shopify, customer) => Object.assign(shopify, { buyerIdentity: { customer } }),
});
