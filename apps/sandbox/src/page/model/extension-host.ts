import { release, retain, ThreadMessagePort } from '@quilted/threads';
import type { RemoteConnection } from '@remote-dom/core';
import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { ExtensionStart, HostApi, WorkerApi, WorkerFacts } from '../../contract/worker-contract.ts';
import { elementPolicies } from '../elements/define-elements.tsx';

export interface ExtensionHostOptions {
  start: ExtensionStart;
  /** The script that runs first in the worker. */
  runtime: string;
  /** Where the extension's tree is shown. */
  root: Element;
  host: HostApi;
  onFacts: (facts: WorkerFacts) => void;
}

/**
 * Runs an extension as Shopify does: in a classic worker, inside a hidden frame whose origin is opaque,
 * with its tree carried to visible elements. Resolves once the extension has rendered for the first time.
 */
export async function runExtension(options: ExtensionHostOptions, signal: AbortSignal): Promise<void> {
  const { start, host, root } = options;
  const frame = await openFrame(start.networkAccess, signal);
  const { port1, port2 } = new MessageChannel();
  const thread = new ThreadMessagePort<WorkerApi, HostApi>(port1, { exports: host, signal });
  signal.addEventListener('abort', () => port1.close());
  port1.start();
  // Its origin is opaque, so there is none to name; the frame checks that the page is its parent.
  frame.contentWindow!.postMessage({ runtime: options.runtime, port: port2 }, '*', [port2]);

  const worker = thread.imports as unknown as WorkerApi;
  options.onFacts(await worker.facts());
  const registered = await worker.load(start);
  if (!registered.includes(start.target)) {
    throw new Error(`The bundle registers ${registered.join(', ') || 'nothing'}, not ${start.target}.`);
  }
  if (signal.aborted) return;
  root.replaceChildren();
  const receiver = new DOMRemoteReceiver({
    root,
    elements: elementPolicies(start.elements),
    retain,
    release,
  });
  await worker.render(start.target, reporting(receiver.connection, host));
}

/** A change that the page refuses (an unknown element, a wrong value) throws where nobody would see it. */
function reporting(connection: RemoteConnection, host: HostApi): RemoteConnection {
  return {
    call: (id, method, ...args) => connection.call(id, method, ...args),
    mutate(records) {
      try {
        connection.mutate(records);
      } catch (error) {
        void host.report({ message: (error as Error).message });
      }
    },
  };
}

function openFrame(networkAccess: boolean, signal: AbortSignal): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Extension';
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = `${ENDPOINTS.frame}?network=${networkAccess ? 'on' : 'off'}`;
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      if (event.source === frame.contentWindow && event.data === 'frame-ready') resolve(frame);
    };
    addEventListener('message', onMessage, { signal });
    signal.addEventListener('abort', () => frame.remove());
    document.body.append(frame);
  });
}
