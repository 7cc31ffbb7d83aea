/**
 * Runs first in the extension's worker: sets up the DOM, the `s-*` elements and the `shopify` global as
 * Shopify's host does, then evaluates the bundle.
 */
import '@remote-dom/core/polyfill';
import { ThreadMessagePort } from '@quilted/threads';
import { type RemoteConnection, ROOT_ID } from '@remote-dom/core';
import { BatchingRemoteConnection, connectRemoteNode, setRemoteId } from '@remote-dom/core/elements';
import type { ExtensionStart, HostApi, WorkerApi, WorkerProblem } from '../contract/worker-contract.ts';
import { createElementWarnings } from './element-warnings.ts';
import { narrowGlobals, type WorkerScope } from './globals.ts';
import { addInertStyles, defineRemoteElements } from './remote-elements.ts';
import { createShopifyGlobal } from './shopify-global.ts';
import { filterTree } from './tree-filter.ts';
import { exposeWindow } from './window.ts';
import { createWorkerNetwork } from './worker-network.ts';

const scope = globalThis as WorkerScope;
const native = narrowGlobals(scope);
exposeWindow(scope);

/** Globals that code written for pages or for Node often expects. */
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
  let filter = (connection: RemoteConnection) => connection;

  const thread = new ThreadMessagePort<HostApi, WorkerApi>(port, {
    exports: {
      async load(startWithoutTables, tables) {
        const start: ExtensionStart = { ...startWithoutTables, ...JSON.parse(tables) };
        const warnings = createElementWarnings({ ...start, report: warn });
        addInertStyles(Element.prototype);
        defineRemoteElements(start.elements, warnings);
        filter = (connection) => filterTree(connection, start.elements, warnings);
        extension = createShopifyGlobal(start, host, report);
        scope.shopify = extension.shopify;
        for (const [name, value] of Object.entries(extension.globals)) {
          Object.defineProperty(scope, name, { value, configurable: true, writable: true });
        }
        const scriptUrl = findSourceUrl(start.code) ?? start.scriptUrl;
        scope.fetch = createFetch({ ...start, scriptUrl });
        evaluate({ ...start, scriptUrl });
        return [...extension.registry.keys()];
      },
      async render(target, connection) {
        setRemoteId(document.body, ROOT_ID);
        connectRemoteNode(document.body, new BatchingRemoteConnection(filter(connection)));
        await registered(target)().catch(rethrowNamed);
      },
      async run(target) {
        return registered(target)().catch(rethrowNamed);
      },
      async update(values) {
        extension?.updateSignals(values);
      },
      async emit(event, detail) {
        extension?.emit(event, detail);
      },
      idle: () => network.idle(),
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
    return async () => run();
  };
  const network = createWorkerNetwork(thread.imports as unknown as HostApi, native.fetch);
  const { host, createFetch } = network;
  const report = (message: string) => void host.report({ message });
  const warn = (message: string) => void host.report({ message, isWarning: true });
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

/** The address that a bundle names as its own, such as the Shopify CLI's dev server; none for the sandbox's own. */
const findSourceUrl = (code: string) => /^\/\/# sourceURL=(https:\S+)$/m.exec(code)?.[1];

/** A script URL of the worker's own origin: the browser hides errors of scripts from other origins. */
function toScriptUrl({ code, sourceMap, scriptUrl }: ExtensionStart): string {
  const map = sourceMap && `//# sourceMappingURL=data:application/json,${encodeURIComponent(sourceMap)}\n`;
  const script = `${code}\n//# sourceURL=${scriptUrl}\n${map ?? ''}`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

/** Evaluates the bundle. A top-level error keeps its name and its stack. */
function evaluate(start: ExtensionStart): void {
  try {
    native.importScripts(toScriptUrl(start));
  } catch (error) {
    rethrowNamed(error);
  }
}

/** Puts the name of an error into its message: a message port would lose names such as `ExtensionHasNoFieldError`. */
function rethrowNamed(error: unknown): never {
  const { message, stack } = toProblem(error);
  throw Object.assign(new Error(message), stack && { stack });
}

function toProblem(error: unknown): WorkerProblem {
  const { name, message, stack } = Object(error) as Partial<Error>;
  if (message === undefined) return { message: String(error) };
  const named = name && name !== 'Error' ? `${name}: ${message}` : message;
  return { message: named, ...(stack && { stack: stack.replace(/^Error: /, name ? `${name}: ` : '') }) };
}
