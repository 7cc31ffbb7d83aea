import type { BuyerSurface } from '@session-token/extension-ui';

/** Checkout, for the components that it shares with other surfaces. */
export const createSurface = (): BuyerSurface => ({
  i18n: shopify.i18n,
  buyerKey: () => shopify.buyerIdentity?.customer.value?.id,
  failureContext: () => ({
    hasNetworkAccess: shopify.extension.capabilities.value.includes('network_access'),
    isEditor: shopify.extension.editor !== undefined,
    // Only published extensions have a version.
    isDevelopment: shopify.extension.version === undefined,
  }),
  // Checkout has its own login, which extensions cannot open.
  loginAction: () => undefined,
});
