import type { FastifyPluginAsync } from 'fastify';
import type { ClientSecrets } from '../shopify-signature.ts';
import { renderMerchantPage, STYLE_HASH } from './page.ts';
import { readShopifyVisit, type ShopifyVisit } from './signed-query.ts';

export interface MerchantPageOptions {
  secrets: ClientSecrets;
  /** Why requests would fail now, or `undefined`. */
  notReadyReason: () => Promise<string | undefined>;
}

/**
 * `GET /`, the app's `application_url`: what a merchant sees who opens the app. Names a shop only when
 * Shopify's signature of the address is right, and never a secret.
 */
export const merchantPage: FastifyPluginAsync<MerchantPageOptions> = async (
  app,
  { secrets, notReadyReason },
) => {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const query = request.url.split('?')[1] ?? '';
    const visit = readShopifyVisit(secrets, query);
    const isSigned = new URLSearchParams(query).has('hmac');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(visit))
      .send(
        renderMerchantPage({
          signature: visit ? 'verified' : isSigned ? 'wrong' : 'absent',
          shop: visit?.shop,
          isReady: (await notReadyReason()) === undefined,
        }),
      );
  });
};

/**
 * Only the admin may frame the page, and only for the shop that it was opened for (Shopify, iframe
 * protection); nobody may where it is not embedded.
 */
function contentSecurityPolicy(visit: ShopifyVisit | undefined): string {
  const ancestors = visit?.isEmbedded ? `https://${visit.shop} https://admin.shopify.com` : "'none'";
  return [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}
