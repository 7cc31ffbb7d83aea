import type { FastifyPluginAsync } from 'fastify';
import type { ClientSecrets } from '../shopify-hmac.ts';
import { type AppLaunch, verifyLaunch } from './launch-query.ts';
import { renderAppHome, STYLE_HASH } from './page.ts';

export interface AppHomeOptions {
  secrets: ClientSecrets;
  /** Returns why requests would fail now, or `undefined`. */
  checkReadiness: () => Promise<string | undefined>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Serves `GET /`, the app's `application_url`: the page that a merchant sees when opening the app.
 * The page names a shop only if Shopify's signature of the URL is valid.
 */
export const appHome: FastifyPluginAsync<AppHomeOptions> = async (app, { secrets, checkReadiness, now }) => {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const queryStart = request.url.indexOf('?');
    const query = queryStart === -1 ? '' : request.url.slice(queryStart + 1);
    const result = verifyLaunch(secrets, query, now());
    const launch = result.signature === 'verified' ? result.launch : undefined;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(launch))
      .send(
        renderAppHome({
          signature: result.signature,
          shop: launch?.shop,
          isReady: (await checkReadiness()) === undefined,
        }),
      );
  });
};

/**
 * Lets only the admin frame the page, and only for the shop that opened it.
 *
 * @see https://shopify.dev/docs/apps/build/security/set-up-iframe-protection
 */
function contentSecurityPolicy(launch: AppLaunch | undefined): string {
  const ancestors = launch?.isEmbedded ? `https://${launch.shop} https://admin.shopify.com` : "'none'";
  return [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}
