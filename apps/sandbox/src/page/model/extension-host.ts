import { release, retain, ThreadMessagePort } from '@quilted/threads';
import type { RemoteConnection } from '@remote-dom/core';
import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import type {
  ExtensionStart,
  HostApi,
  MemberValues,
  WorkerApi,
  WorkerFacts,
} from '../../contract/worker-contract.ts';
import { elementPolicies } from '../elements/define-elements.tsx';
import { type FrameOptions, openFrame } from './worker-frame.ts';

export interface ExtensionHostOptions {
  start: ExtensionStart;
  /** The script that runs first in the worker. */
  runtime: string;
  frame: FrameOptions;
  /** Where the extension's tree is shown; absent for a target that draws nothing. */
  root?: Element;
  host: HostApi;
  onFacts: (facts: WorkerFacts) => void;
}

export interface RunningExtension {
  /** What a target that draws nothing has returned. */
  output: unknown;
  updateSignals(values: MemberValues): void;
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
  // An opaque origin cannot be named; the frame checks that the page is its parent.
  frame.postMessage({ runtime: options.runtime, port: port2 }, '*', [port2]);

  const worker = thread.imports as unknown as WorkerApi;
  options.onFacts(await worker.facts());
  const registered = await worker.load(start);
  if (!registered.includes(start.target)) {
    throw new Error(`The bundle registers ${registered.join(', ') || 'nothing'}, not ${start.target}.`);
  }
  const output = root ? await draw(worker, root, options) : await worker.run(start.target);
  return { output, updateSignals: (values) => void worker.update(values) };
}

async function draw(worker: WorkerApi, root: Element, { start, host }: ExtensionHostOptions): Promise<void> {
  root.replaceChildren();
  const elements = elementPolicies(start.elements);
  const receiver = new DOMRemoteReceiver({ root, elements, retain, release });
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
