import { release, retain, ThreadMessagePort } from '@quilted/threads';
import type { RemoteConnection } from '@remote-dom/core';
import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import type {
  ExtensionStart,
  HostApi,
  Members,
  WorkerApi,
  WorkerFacts,
} from '../../contract/worker-contract.ts';
import { elementPolicies } from '../elements/element-policies.ts';
import { type FrameOptions, openFrame } from './worker-frame.ts';

export interface ExtensionHostOptions {
  start: ExtensionStart;
  /** The script that runs first in the worker. */
  runtime: Blob;
  frame: FrameOptions;
  /** The container of the extension's tree; absent for a target that renders nothing. */
  root?: Element;
  host: HostApi;
  onFacts: (facts: WorkerFacts) => void;
}

export interface RunningExtension {
  /** The result of a target that renders nothing. */
  output: unknown;
  updateSignals(values: Members): void;
  /** Sends an event to the APIs in the worker. */
  emit(event: string, detail: unknown): void;
  /** Resolves once the extension waits for no call, response or body. */
  idle(): Promise<void>;
}

/**
 * Runs an extension as Shopify does: in a classic worker, inside a hidden frame of another origin, with
 * its tree carried to visible elements. Resolves once the extension has rendered for the first time.
 */
export async function runExtension(
  options: ExtensionHostOptions,
  signal: AbortSignal,
): Promise<RunningExtension> {
  const { start, host, root } = options;
  const frame = await openFrame(options.frame, signal);
  const { port1, port2 } = new MessageChannel();
  const thread = new ThreadMessagePort<WorkerApi, HostApi>(port1, { exports: host, signal });
  signal.addEventListener('abort', () => port1.close());
  port1.start();
  // An opaque origin cannot be named as the target; the frame checks that its parent sent the message.
  frame.postMessage({ runtime: options.runtime, port: port2 }, '*', [port2]);

  const worker = thread.imports as unknown as WorkerApi;
  options.onFacts(await worker.facts());
  const { elements, members, ...rest } = start;
  const registered = await worker.load(rest, JSON.stringify({ elements, members }));
  if (!registered.includes(start.target)) {
    throw new Error(`The bundle registers ${registered.join(', ') || 'nothing'}, not ${start.target}.`);
  }
  const output = root ? await draw(worker, root, options) : await worker.run(start.target);
  return {
    output,
    updateSignals: (values) => void worker.update(values),
    emit: (event, detail) => void worker.emit(event, detail),
    idle: () => worker.idle(),
  };
}

async function draw(worker: WorkerApi, root: Element, { start, host }: ExtensionHostOptions): Promise<void> {
  root.replaceChildren();
  const elements = elementPolicies(start.elements);
  const receiver = new DOMRemoteReceiver({ root, elements, retain, release });
  await worker.render(start.target, reporting(receiver.connection, host));
}

/**
 * Applies one change at a time and reports those that the page rejects. The worker's runtime sends none of
 * them, but the extension could.
 */
function reporting(connection: RemoteConnection, host: HostApi): RemoteConnection {
  return {
    call: (id, method, ...args) => connection.call(id, method, ...args),
    mutate(records) {
      for (const record of records) {
        try {
          connection.mutate([record]);
        } catch (error) {
          void host.report({ message: (error as Error).message });
        }
      }
    },
  };
}
