import { ENDPOINTS } from '../../contract/endpoints.ts';
import { SHOPIFY_CDN } from '../../contract/image-sources.ts';
import { destinationOf, type NetworkPolicy } from '../../contract/network-policy.ts';
import { toProxiedPath } from '../../contract/proxied-url.ts';

/** From where the page loads images. */
export interface ImageNetwork {
  /** Address of this page's recording proxy. */
  proxyOrigin: string;
  policy: NetworkPolicy;
}

const networks = new WeakMap<Element, ImageNetwork>();

/** Lets the elements below `root`, the container of a running extension's tree, load images from its network. */
export const allowImages = (root: Element, network: ImageNetwork): void => void networks.set(root, network);

/**
 * Returns the network of the extension that rendered an element. `undefined` without network access: then the page must
 * not load its images, because an image URL could carry data out.
 */
export function imageNetworkOf(element: Element): ImageNetwork | undefined {
  for (let root: Element | null = element; root; root = root.parentElement) {
    const network = networks.get(root);
    if (network) return network;
  }
  return undefined;
}

/** The sandbox's own drawings, which GraphQL responses name. */
const isMockImage = (source: string) =>
  source.startsWith(`${globalThis.location?.origin}${ENDPOINTS.mockImage}?`);

/** An image that the page may load, or why it does not. */
export type ImageSource = { url: string | undefined } | { problem: string };

/**
 * Returns the URL to load an image from. `data:` URLs and the sandbox's own drawings need no network. Images of the app's addresses come from the
 * app's server, and those of other hosts only if the host is allowed, or Shopify's.
 */
export function imageSource(source: string | undefined, network: ImageNetwork | undefined): ImageSource {
  if (source === undefined || isMockImage(source) || /^data:image\//i.test(source.trim()))
    return { url: source };
  if (!network) return { problem: 'Not loaded: no network access' };
  const { proxyOrigin, policy } = network;
  const absolute = source.trim().replace(/^\/\//, 'https://');
  if (!URL.canParse(absolute)) return { problem: 'Not loaded: no absolute URL' };
  const url = new URL(absolute);
  if (url.origin === SHOPIFY_CDN || url.origin === proxyOrigin) return { url: url.href };
  switch (destinationOf(url, false, policy)) {
    case 'app':
      return { url: proxyOrigin + toProxiedPath(url, 'plain') };
    case 'host':
      return { url: url.href };
    case 'refused':
      return { problem: `Not loaded: start with --allow-host ${url.host || url.protocol}` };
  }
}
