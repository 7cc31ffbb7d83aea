import { createContext, runInContext } from 'node:vm';
import type { Signal } from '@preact/signals';
import { Window } from '@remote-dom/polyfill';
import { createTranslator } from './translator.ts';

type SignalConstructor = new <Value>(value: Value) => Signal<Value>;

export interface WorkerOptions {
  fetch: (url: string) => Promise<Response>;
  settings?: Record<string, string>;
}

/**
 * Runs a bundle as the host's worker does: in a global scope of its own that has nothing but what
 * Shopify guarantees (self, console, timers, fetch with its classes) and the remote DOM. No `process`,
 * `crypto`, `URL` or `AbortController`. Whatever is written to the console is an error.
 */
export async function runInWorker(code: string, { fetch, settings = {} }: WorkerOptions) {
  const targets: Record<string, () => unknown> = {};
  const { document } = new Window();
  const signals: { settings?: Signal; customer?: Signal } = {};
  const shopify = {
    extend: (target: string, draw: () => unknown) => {
      targets[target] = draw;
    },
    setSignals: (SignalOfBundle: SignalConstructor) => {
      signals.settings = new SignalOfBundle(settings);
      signals.customer = new SignalOfBundle(undefined);
      Object.assign(shopify, { settings: signals.settings, buyerIdentity: { customer: signals.customer } });
    },
    i18n: createTranslator('en'),
    extension: { capabilities: { value: ['network_access'] } },
    sessionToken: { get: async () => 'token-1' },
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
  await targets['purchase.checkout.block.render']!();
  return {
    targets: Object.keys(targets),
    html: () => document.body.innerHTML,
    changeSettings: (value: Record<string, string>) => {
      signals.settings!.value = value;
    },
    logIn: (customerId: string) => {
      signals.customer!.value = { id: customerId };
    },
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
