// @vitest-environment node
import { join } from 'node:path';
import { describeBundle, describeBuyerWorker } from '@session-token/extension-testing/bundle';

const directory = join(import.meta.dirname, '..');
const target = 'customer-account.order-status.block.render';

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
  installCustomer: (shopify, customer) =>
    Object.assign(shopify, {
      authenticatedAccount: { customer },
      authenticationState: { value: 'pre_authenticated' },
    }),
});
