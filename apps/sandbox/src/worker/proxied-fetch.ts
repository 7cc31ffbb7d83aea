import { destinationOf, refusalOf } from '../contract/network-policy.ts';
import { toOriginalUrl, toProxiedPath } from '../contract/proxied-url.ts';
import type { WorkerNetwork } from '../contract/worker-contract.ts';
import { textsOf, toInit } from './sent-requests.ts';

/** Sends a request. `url` is the resolved URL of `input`. */
export type ProxiedFetch = (url: URL, input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export interface ProxiedFetchOptions extends WorkerNetwork {
  /** The native function. */
  fetch: typeof fetch;
  /** The session tokens that the extension received. */
  tokens: ReadonlySet<string>;
  /** POS: the token that it adds to requests to the app without `Authorization`, if the account may use the app. */
  appToken?: () => Promise<unknown>;
}

/**
 * Sends requests to any origin through the recording proxy. The real browser still applies CORS, because the proxy is
 * another origin, too. A refused host gets nothing, and the error says why.
 */
export function createProxiedFetch(options: ProxiedFetchOptions): ProxiedFetch {
  const { proxyOrigin, policy, tokens, appToken } = options;

  async function withAppToken(init: RequestInit): Promise<RequestInit> {
    const headers = new Headers(init.headers);
    const token = headers.has('authorization') ? undefined : await appToken?.();
    if (typeof token === 'string') headers.set('authorization', `Bearer ${token}`);
    return { ...init, headers };
  }

  return async (url, input, init) => {
    const isOwn = url.origin === proxyOrigin;
    // Only a proxied path tells the proxy of credentials, so that the page can explain what CORS requires then.
    const withCredentials = credentialsOf(input, init) === 'include';
    const isDirect = isOwn && !withCredentials;
    if (isDirect && !appToken) return withOriginalUrl(await options.fetch(input, init));
    if (url.username || url.password) throw new TypeError('The URL of a request includes credentials.');
    let sent = await toInit(input, init);
    if (appToken && (isOwn || policy.appOrigins.includes(url.origin))) sent = await withAppToken(sent);
    if (isDirect) return withOriginalUrl(await options.fetch(url, sent));
    const texts = textsOf(url, sent);
    const isForApp = isOwn || [...tokens].some((token) => texts.some((text) => text.includes(token)));
    const proxied = proxyOrigin + toProxiedPath(url, isForApp ? 'token' : 'plain', withCredentials);
    if (destinationOf(url, isForApp, policy) === 'refused') {
      // The proxy refuses it as well, and records it.
      await options.fetch(proxied, sent).catch(() => {});
      throw new TypeError(refusalOf(url.host || url.protocol));
    }
    return withOriginalUrl(await options.fetch(proxied, sent));
  };
}

const credentialsOf = (input: RequestInfo | URL, init?: RequestInit) =>
  init?.credentials ?? (input instanceof Request ? input.credentials : undefined);

/** The extension sees the URL that it requested, or that a redirect led to. */
const withOriginalUrl = (response: Response): Response =>
  Object.defineProperty(response, 'url', { value: toOriginalUrl(response.url) });
