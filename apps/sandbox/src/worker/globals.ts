/** What a worker has and an extension's does not: loading more code, other ways to the network, storage. */
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
 * Takes from the worker's global scope what Shopify does not document for extensions, and gives the
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

const FETCH_REFUSED =
  'fetch() is not available. Add network_access = true to [extensions.capabilities] in shopify.extension.toml.';

/** The `fetch` of an extension. The policy of the frame stands behind it, should someone get past. */
export function createExtensionFetch(options: {
  fetch: typeof fetch;
  networkAccess: boolean;
  scriptUrl: string;
}): typeof fetch {
  const own = new URL(options.scriptUrl).origin;
  return async (input, init) => {
    if (!options.networkAccess) throw new TypeError(FETCH_REFUSED);
    const url = input instanceof Request ? input.url : String(input);
    // Shopify's own since 2026-04: the API must not share the origin that serves the extension.
    if (URL.canParse(url) && new URL(url).origin === own) {
      throw new TypeError("Fetches to the iframe's origin are not allowed.");
    }
    return options.fetch(input, init);
  };
}
