import type { FakeApp } from './answers.ts';

/** The app of the tests. */
export const APP: FakeApp = {
  clientId: '0123456789abcdef0123456789abcdef',
  clientSecret: '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',
  shop: 'fake-shop.myshopify.com',
};
