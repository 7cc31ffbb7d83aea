import { destinationOf, type NetworkPolicy } from '../../contract/network-policy.ts';
import { toProxiedPath } from '../../contract/proxied-url.ts';
import { LOOPBACK } from '../http/listen.ts';
import { originOf, type Upstream } from './forward.ts';
import type { Route } from './route.ts';

/** The `Location` for the browser, or the host that the redirect may not reach. */
export type Redirect = { location: string } | { refusedHost: string };

export interface RedirectContext {
  route: Route;
  /** The server that redirects. */
  upstream: Upstream;
  policy: NetworkPolicy;
  /** `Host` of the request to the proxy. */
  proxyHost: string;
}

/**
 * Rewrites the `Location` of a redirect to the proxy, so that the browser follows it with its own checks and the log
 * shows each step. A redirect to another origin leads to the proxy's other name, which is another origin, too: the
 * browser then drops the token as in production (Fetch standard §4.4). So only the app's own origins and allowed hosts
 * remain as targets.
 */
export function rewriteRedirect(
  location: string,
  { route, upstream, policy, proxyHost }: RedirectContext,
): Redirect {
  const server = originOf(upstream);
  const base = new URL(route.path, route.url ?? server);
  if (!URL.canParse(location, base.href)) return { location };
  const target = new URL(location, base);
  // The app's server knows itself by the address that it listens at, not by the one that the extension used.
  if (target.origin === base.origin || target.origin === server) {
    const path = target.pathname + target.search;
    const same = route.url && new URL(path, route.url.origin);
    return { location: same ? toProxiedPath(same, route.kind, route.withCredentials) : path };
  }
  if (destinationOf(target, false, policy) === 'refused')
    return { refusedHost: target.host || target.protocol };
  return { location: `http://${otherName(proxyHost)}${toProxiedPath(target, 'plain')}` };
}

/** `127.0.0.1:4200` → `localhost:4200`, and back. */
const otherName = (host: string): string =>
  host.startsWith('localhost:') ? host.replace('localhost', LOOPBACK) : host.replace(/^.*:/, 'localhost:');
