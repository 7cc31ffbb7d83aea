import { isOnAppPlatform } from './app-platforms.ts';

/** Decides where the requests of an extension may go. The recording proxy enforces it, page and worker explain it. */
export interface NetworkPolicy {
  /** Origins of the app, such as its `application_url`. Their requests go to the app's server. */
  appOrigins: readonly string[];
  /** Hosts of `--allow-host`, as in a URL: with the port, unless it is the scheme's default. */
  allowedHosts: readonly string[];
}

/** `app`: the app's server. `host`: the URL's own host. `refused`: nowhere. */
export type Destination = 'app' | 'host' | 'refused';

/**
 * Returns where a request for `url` goes. A host that was allowed by name is the real one, even for a request with the
 * session token. Otherwise, the token is meant for the app's server, whatever its address is in production, and so is
 * every request to a tunnel or a platform for apps.
 */
export function destinationOf(url: URL, carriesToken: boolean, policy: NetworkPolicy): Destination {
  if (!/^https?:$/.test(url.protocol)) return 'refused';
  if (policy.appOrigins.includes(url.origin)) return 'app';
  if (policy.allowedHosts.includes(url.host)) return 'host';
  return carriesToken || isOnAppPlatform(url.hostname) ? 'app' : 'refused';
}

/** Tells the developer which host was refused, and which options change that. */
export const refusalOf = (host: string): string =>
  `The sandbox does not send requests to ${host}. Start it with --api-host ${host} to send them to your server, or with --allow-host ${host} to send them there`;
