import { readApiBaseUrl } from '@session-token/extension-ui';
import type { BuyerHost } from '@session-token/extension-ui/buyer-block';

/** The order status page, as the block sees it. */
export const createHost = (): BuyerHost => ({
  texts: shopify.i18n,
  getToken: () => shopify.sessionToken.get(),
  apiBaseUrl: readApiBaseUrl(),
  // The app may be unable to read customers: the state alone then tells that somebody has logged in.
  buyer: () => shopify.authenticatedAccount.customer.value?.id ?? shopify.authenticationState.value,
  failureContext: () => ({
    hasNetworkAccess: shopify.extension.capabilities.value.includes('network_access'),
    isPreview: shopify.extension.editor !== undefined,
  }),
  // Whoever comes by the link in an e-mail sees the page without having logged in.
  logIn: () =>
    shopify.authenticationState.value === 'pre_authenticated' ? () => shopify.requireLogin() : undefined,
});
