import { destinationOf, type NetworkPolicy } from '../../contract/network-policy.ts';
import { isProxiedPath, type ProxiedKind, parseProxiedPath } from '../../contract/proxied-url.ts';
import type { Upstream } from './forward.ts';

/** Where a request of the extension goes. */
export interface Route {
  /** `app`: the app's server. An `Upstream`: a host that is allowed by name. `refused`: nowhere. */
  to: 'app' | Upstream | 'refused';
  /** The original URL, if it is not the app's own address. */
  url?: URL;
  kind: ProxiedKind;
  withCredentials: boolean;
  /** Path with query, as the server gets it. */
  path: string;
}

/** Reads where a request goes from its target; `undefined` for a path that no page and no worker writes. */
export function routeOf(target: string, policy: NetworkPolicy): Route | undefined {
  if (!isProxiedPath(target)) return { to: 'app', kind: 'token', withCredentials: false, path: target };
  const proxied = parseProxiedPath(target);
  if (!proxied) return undefined;
  const { url, kind, withCredentials } = proxied;
  const destination = destinationOf(url, kind === 'token', policy);
  const to = destination === 'host' ? upstreamOf(url) : destination;
  return { to, url, kind, withCredentials, path: url.pathname + url.search };
}

/** Returns the server of a URL's origin. */
export function upstreamOf({ protocol, hostname, port }: URL): Upstream {
  const isSecure = protocol === 'https:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 443 : 80),
    isSecure,
  };
}
