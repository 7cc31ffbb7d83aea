import type { ExtensionStart, HostApi } from '../contract/worker-contract.ts';
import { createActivity } from './activity.ts';
import { createExtensionFetch } from './globals.ts';
import { createProxiedFetch } from './proxied-fetch.ts';
import { fetchShopify } from './shopify-fetch.ts';

/** The functions that return a session token. */
const POS_TOKEN = 'session.getSessionToken';
const TOKEN_PATHS: readonly string[] = ['sessionToken.get', POS_TOKEN];

/**
 * Connects the host and the network of one worker: requests with a session token that the host returned go to the app.
 * `nativeFetch` is the browser's own.
 */
export function createWorkerNetwork(imports: HostApi, nativeFetch: typeof fetch) {
  const tokens = new Set<string>();
  const activity = createActivity();
  const host: HostApi = {
    async call(path, args) {
      const result = await activity.track(imports.call(path, args));
      if (TOKEN_PATHS.includes(path) && typeof result === 'string') tokens.add(result);
      return result;
    },
    graphql: (request) => activity.track(imports.graphql(request)),
    report: (problem) => imports.report(problem),
  };
  return {
    host,
    idle: activity.idle,
    /** Creates the `fetch` of an extension. */
    createFetch: (start: ExtensionStart): typeof fetch =>
      activity.trackFetch(
        createExtensionFetch({
          ...start,
          appUrl: start.network.proxyOrigin,
          schemes: { 'shopify:': (url, request) => fetchShopify(url, request, host.graphql) },
          send: createProxiedFetch({
            ...start.network,
            fetch: nativeFetch,
            tokens,
            // POS adds the token to requests to the app ("App Authentication", since POS 10.6.0).
            ...(POS_TOKEN in start.members && { appToken: () => host.call(POS_TOKEN, []) }),
          }),
        }),
      ),
  };
}
