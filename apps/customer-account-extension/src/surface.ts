import type { BuyerSurface } from '@session-token/extension-ui';

/** The order status page, for the components that it shares with other surfaces. */
export const createSurface = (): BuyerSurface => ({
  i18n: shopify.i18n,
  // Without access to customers, only the state shows that somebody is logged in.
  buyerKey: () => shopify.authenticatedAccount.customer.value?.id ?? shopify.authenticationState.value,
  failureContext: () => ({
    hasNetworkAccess: shopify.extension.capabilities.value.includes('network_access'),
    isEditor: shopify.extension.editor !== undefined,
    // Only published extensions have a version.
    isDevelopment: shopify.extension.version === undefined,
  }),
  // A link in an email opens the page without a login.
  loginAction: () =>
    shopify.authenticationState.value === 'pre_authenticated' ? () => shopify.requireLogin() : undefined,
});
