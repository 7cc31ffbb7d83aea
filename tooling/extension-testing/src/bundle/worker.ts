import { createContext, runInContext } from 'node:vm';
import { Window } from '@remote-dom/polyfill';

export type SignalClass = new <Value>(value: Value) => { value: Value };

export interface WorkerOptions {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The constant part of the `shopify` global. */
  constants: object;
  /** Installs the host's signals on the `shopify` global, with the bundle's own signal class, as on the real host. */
  installSignals?: (shopify: object, Signal: SignalClass) => void;
}

/**
 * Evaluates a bundle in a global scope with only what Shopify guarantees (self, console, timers, fetch and its classes)
 * and the remote DOM: no `process`, `crypto`, `URL` or `AbortController`. Console output throws.
 */
export function runInWorker(code: string, { fetch, constants, installSignals }: WorkerOptions) {
  const targets: Record<string, () => unknown> = {};
  const { document } = new Window();
  const shopify = {
    ...constants,
    extend: (target: string, render: () => unknown) => {
      targets[target] = render;
    },
    setSignals: (Signal: SignalClass) => installSignals?.(shopify, Signal),
  };
  const scope: Record<string, unknown> = {
    shopify,
    document,
    console: createForbiddenConsole(),
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    fetch,
    Headers,
    Request,
    Response,
  };
  scope.self = scope;
  runInContext(code, createContext(scope));
  return {
    targets: Object.keys(targets),
    render: async (target: string) => targets[target]!(),
    html: () => document.body.innerHTML,
  };
}

function createForbiddenConsole() {
  return new Proxy(
    {},
    {
      get: (_console, method) => () => {
        throw new Error(`the extension called console.${String(method)}`);
      },
    },
  );
}
