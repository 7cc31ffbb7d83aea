/**
 * Runs first in the extension's worker: gives it the DOM, the `s-*` elements and the `shopify` global
 * that Shopify's own host gives, then evaluates the bundle.
 */
import '@remote-dom/core/polyfill';
import { ThreadMessagePort } from '@quilted/threads';
import { ROOT_ID } from '@remote-dom/core';
import { BatchingRemoteConnection, connectRemoteNode, setRemoteId } from '@remote-dom/core/elements';
import type { HostApi, WorkerApi, WorkerProblem } from '../contract/worker-contract.ts';
import { createExtensionFetch, narrowGlobals, type WorkerScope } from './globals.ts';
import { installPosWindow } from './pos-global.ts';
import { defineRemoteElements } from './remote-elements.ts';
import { createShopifyGlobal } from './shopify-global.ts';

const scope = globalThis as WorkerScope;
const native = narrowGlobals(scope);

/** Names that code made for pages or for Node often expects. */
const EXPECTED_ELSEWHERE = ['process', 'localStorage', 'XMLHttpRequest', 'WebSocket', 'indexedDB'];

scope.addEventListener(
  'message',
  (event) => connect((event as MessageEvent<{ port: MessagePort }>).data.port),
  {
    once: true,
  },
);

function connect(port: MessagePort): void {
  let extension: ReturnType<typeof createShopifyGlobal> | undefined;

  const thread = new ThreadMessagePort<HostApi, WorkerApi>(port, {
    exports: {
      async load(start) {
        defineRemoteElements(start.elements, warn);
        extension = createShopifyGlobal(start, host, warn);
        scope.shopify = extension.shopify;
        if (start.surface === 'pos') installPosWindow(scope, host);
        scope.fetch = createExtensionFetch({ ...start, fetch: native.fetch });
        native.importScripts(toScriptUrl(start.code, start.scriptUrl));
        return [...extension.registry.keys()];
      },
      async render(target, connection) {
        setRemoteId(document.body, ROOT_ID);
        connectRemoteNode(document.body, new BatchingRemoteConnection(connection));
        await registered(target)();
      },
      async run(target) {
        return registered(target)();
      },
      async update(values) {
        extension?.updateSignals(values);
      },
      async facts() {
        return {
          origin: scope.origin,
          isSecureContext: scope.isSecureContext,
          missing: EXPECTED_ELSEWHERE.filter((name) => scope[name] === undefined),
        };
      },
    },
  });
  const registered = (target: string) => {
    const run = extension?.registry.get(target);
    if (!run) throw new Error(`The bundle registers no extension for ${target}.`);
    return run;
  };
  const host = thread.imports as unknown as HostApi;
  const warn = (message: string) => void host.report({ message });
  scope.addEventListener(
    'error',
    (event) => void host.report(toProblem((event as ErrorEvent).error ?? event)),
  );
  scope.addEventListener(
    'unhandledrejection',
    (event) => void host.report(toProblem((event as PromiseRejectionEvent).reason)),
  );
  port.start();
}

/** A script of the worker's own origin: of one from elsewhere, the browser hides what it threw and where. */
function toScriptUrl(code: string, scriptUrl: string): string {
  return URL.createObjectURL(
    new Blob([`${code}\n//# sourceURL=${scriptUrl}\n`], { type: 'text/javascript' }),
  );
}

function toProblem(error: unknown): WorkerProblem {
  const { message, stack } = Object(error) as Partial<Error>;
  return { message: message ?? String(error), ...(stack && { stack }) };
}
