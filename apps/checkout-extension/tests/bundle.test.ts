// @vitest-environment node
import { join } from 'node:path';
import { describeBundle, describeBuyerWorker } from '@session-token/extension-testing/bundle';

const directory = join(import.meta.dirname, '..');
const target = 'purchase.checkout.block.render';

describeBundle({
  directory,
  targets: [target],
  networkAccess: true,
  settings: ['api_base_url'],
  maxBrotliBytes: 10_900,
});

describeBuyerWorker({
  directory,
  target,
  installCustomer: (shopify, customer) => Object.assign(shopify, { buyerIdentity: { customer } }),
});
