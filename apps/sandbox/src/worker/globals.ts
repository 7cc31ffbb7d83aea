import type { Surface } from '../contract/surfaces.ts';
import type { ProxiedFetch } from './proxied-fetch.ts';

/** Globals of a worker that an extension's worker lacks: loading code, other network access, storage. */
const HIDDEN = [
  'importScripts',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'indexedDB',
  'caches',
  'postMessage',
  'onmessage',
];

export type WorkerScope = typeof globalThis & Record<string, unknown>;

/**
 * Removes from the worker's global scope what Shopify does not document for extensions. Returns the
 * native functions that the runtime itself still needs.
 */
export function narrowGlobals(scope: WorkerScope) {
  const importScripts = (scope.importScripts as (url: string) => void).bind(scope);
  const fetch = scope.fetch.bind(scope);
  for (const name of HIDDEN) {
    Object.defineProperty(scope, name, { value: undefined, configurable: true, writable: true });
  }
  return { importScripts, fetch };
}

/** The text of Shopify's own mock (@shopify/ui-extensions-tester). */
const FETCH_UNAVAILABLE =
  'fetch() is not available. Add network_access = true or api_access = true to [extensions.capabilities] in shopify.extension.toml.';

/** POS's error for a URL that is not HTTPS. Extensions see only its name, not its class. */
class InsecureUrlError extends Error {
  override name = 'InsecureUrlError';
}

/** Answers requests of one URL scheme, such as `shopify:`. */
export type SchemeHandler = (url: URL, request: Request) => Promise<Response>;

export interface FetchOptions {
  /** Sends a request through the recording proxy. */
  send: ProxiedFetch;
  surface: Surface;
  networkAccess: boolean;
  /** The URL that the bundle was loaded from. */
  scriptUrl: string;
  /** The app's address, which POS resolves relative URLs against. */
  appUrl: string;
  /** Schemes that the host answers itself, by protocol. They need no network access. */
  schemes?: Readonly<Record<string, SchemeHandler>>;
}

/**
 * Creates the `fetch` of an extension, which rejects the same requests as the host. The frame's
 * Content-Security-Policy applies even if an extension reaches the native `fetch`.
 */
export function createExtensionFetch(options: FetchOptions): typeof fetch {
  const { surface, scriptUrl, appUrl, schemes = {} } = options;
  const own = new URL(scriptUrl).origin;
  const base = surface === 'pos' ? appUrl : scriptUrl;
  return async (input, init) => {
    const text = input instanceof Request ? input.url : String(input);
    const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
    const answer = url && Object.hasOwn(schemes, url.protocol) && schemes[url.protocol];
    if (answer) return answer(url, new Request(input, init));
    if (!options.networkAccess) throw new Error(FETCH_UNAVAILABLE);
    if (!url) throw new TypeError(`Failed to parse URL from ${text}`);
    assertAllowed(url, surface, own);
    return options.send(url, input, init);
  };
}

function assertAllowed({ protocol, hostname, origin }: URL, surface: Surface, own: string): void {
  // A plain Error, as in reports from checkout: not the TypeError of a network failure.
  if (origin === own) throw new Error("Fetches to the iframe's origin are not allowed.");
  // The sandbox's own server is at http://127.0.0.1.
  const isLoopback = hostname === 'localhost' || /^127(\.\d+){3}$/.test(hostname);
  if (surface === 'pos' && protocol === 'http:' && !isLoopback) {
    throw new InsecureUrlError('Only HTTPS URLs are allowed.');
  }
}
