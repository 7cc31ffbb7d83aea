import { type ClientSecrets, findSigningSecret } from '../shopify-signature.ts';

/** A page that Shopify opened: its signature shows that this server has the app's client secret. */
export interface ShopifyVisit {
  shop: string;
  /** Whether the page is shown in a frame of the admin. */
  isEmbedded: boolean;
}

const SHOP = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;

/**
 * Reads the query that Shopify opens an app with, and signs: `hmac` is over all other parameters, sorted, in
 * URL encoding (Shopify, authorization code grant). `undefined` where the signature is missing or another's.
 */
export function readShopifyVisit(secrets: ClientSecrets, query: string): ShopifyVisit | undefined {
  const parameters = new URLSearchParams(query);
  const signature = parameters.get('hmac');
  if (signature === null) return undefined;
  parameters.delete('hmac');
  parameters.sort();
  if (!findSigningSecret(secrets, { message: parameters.toString(), signature, encoding: 'hex' }))
    return undefined;
  const shop = parameters.get('shop') ?? '';
  return SHOP.test(shop) ? { shop, isEmbedded: parameters.get('embedded') === '1' } : undefined;
}
