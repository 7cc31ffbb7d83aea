import { readApiBaseUrl } from '@session-token/extension-ui';
import type { BuyerHost } from '@session-token/extension-ui/buyer-block';

/** The checkout, as the block sees it. */
export const createHost = (): BuyerHost => ({
  texts: shopify.i18n,
  getToken: () => shopify.sessionToken.get(),
  apiBaseUrl: readApiBaseUrl(),
  buyer: () => shopify.buyerIdentity?.customer.value?.id,
  failureContext: () => ({
    hasNetworkAccess: shopify.extension.capabilities.value.includes('network_access'),
    isPreview: shopify.extension.editor !== undefined,
  }),
  // The checkout has its own log-in, and none that an extension could open.
  logIn: () => undefined,
});
