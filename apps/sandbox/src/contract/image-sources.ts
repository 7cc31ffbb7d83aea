import type { NetworkPolicy } from './network-policy.ts';

/** The origin of files that merchants upload, such as product images. */
export const SHOPIFY_CDN = 'https://cdn.shopify.com';

/**
 * The `img-src` directive of the sandbox's page: its own images, Shopify's CDN, the allowed hosts, and the recording
 * proxies. The document allows a proxy on any port (`*`), because the page has none yet; the page then narrows it.
 */
export function imageDirective(
  { allowedHosts }: Pick<NetworkPolicy, 'allowedHosts'>,
  proxyPorts: readonly string[],
): string {
  const hosts = proxyPorts.flatMap((port) => [`127.0.0.1:${port}`, `localhost:${port}`]);
  return [
    "img-src 'self' data:",
    SHOPIFY_CDN,
    ...hosts.map((host) => `http://${host}`),
    ...allowedHosts.flatMap((host) => [`http://${host}`, `https://${host}`]),
  ].join(' ');
}
