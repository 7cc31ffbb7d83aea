import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExtensionState } from '../../contract/extension-state.ts';
import type { ServerState } from '../../contract/server-state.ts';
import { formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { initialScene } from '../../scene/scene.ts';
import { createExtensionRunner } from '../model/extension-runner.ts';
import { createSandboxState, type SandboxState } from '../model/sandbox-state.ts';
import { whenAtRest } from './at-rest.ts';
import type { Connection } from './connection.ts';
import type { Offstage } from './offstage.ts';
import { takePicture, takePictureOfBothSchemes } from './picture.ts';

/** Longer than an extension's own time limit, which is ten seconds in this repository. */
const LIMIT_MS = 20_000;

/** The parts of the sandbox's state that a run needs. */
export interface SandboxFacts {
  extensions: readonly ExtensionState[];
  server: ServerState;
}

/** One state of the block in one language. */
export interface Cell {
  /** The controls of the page that shows the same state. */
  url: UrlState;
  /** `done`: the worker has ended, and its rendering stays. */
  status: ReadonlySignal<'waiting' | 'running' | 'done'>;
  /** The state of its run, from its start. */
  state: ReadonlySignal<SandboxState | undefined>;
  /** The container of the extension's elements. It must stay in the document. */
  tree: HTMLElement;
  /** Takes the tree out of the page's view. */
  hide(): void;
  /** The block's look as text, for comparison. Empty until the cell is done. */
  look: ReadonlySignal<string>;
  run(connection: Connection, facts: SandboxFacts, signal: AbortSignal): Promise<void>;
  /** Reads the look again: some elements load their drawing later. */
  lookAgain(): void;
  /** The look with the colors of both schemes. Needs reduced motion, because colors change gradually otherwise. */
  picture(): string;
}

export interface CellOptions {
  url: UrlState;
  /** See `GalleryState`. */
  isPending: boolean;
  offstage: Offstage;
}

export function createCell({ url, isPending, offstage }: CellOptions): Cell {
  const status = signal<'waiting' | 'running' | 'done'>('waiting');
  const current = signal<SandboxState | undefined>(undefined);
  const look = signal('');
  const tree = document.createElement('div');
  const hide = () => offstage.add(tree);
  hide();

  async function run(connection: Connection, facts: SandboxFacts, signal: AbortSignal): Promise<void> {
    const state = createSandboxState(formatUrlState(url), connection.api);
    state.hello.value = connection.hello.peek();
    state.server.value = facts.server;
    state.extensions.value = facts.extensions;
    state.scene.value = initialScene(url, state.extension.peek()?.scene);
    connection.assign(state);
    current.value = state;
    status.value = 'running';
    const runner = createExtensionRunner(state, { isShort: true });
    tree.className = `gallery-tree elements-${state.surface.peek()}`;
    tree.replaceChildren(runner.blockOf('main'));
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), LIMIT_MS);
    const ended = AbortSignal.any([signal, limit.signal]);
    try {
      void runner.rerun();
      await untilAborted(ended, whenAtRest({ state, tree, idle: runner.idle, isPending, signal: ended }));
    } catch {
      if (limit.signal.aborted) {
        runner.report({ message: `The block did not settle within ${LIMIT_MS / 1000} seconds.` });
      }
    } finally {
      clearTimeout(timer);
      runner.freeze();
      connection.assign(undefined);
    }
    if (signal.aborted) return;
    status.value = 'done';
    lookAgain();
  }

  function lookAgain(): void {
    const state = current.peek();
    if (status.peek() !== 'done' || !state) return;
    look.value = withoutRequestIds([takePicture(tree), ...messagesOf(state)].join('\n'), state);
  }

  return {
    url,
    status,
    state: current,
    tree,
    hide,
    look,
    run,
    lookAgain,
    picture: () => withoutRequestIds(takePictureOfBothSchemes(tree), current.peek()),
  };
}

function messagesOf(state: SandboxState): string[] {
  const output = state.output.peek();
  const problems = state.problems.peek().map(({ message }) => message);
  return [...(output ? [JSON.stringify(output.value) ?? 'undefined'] : []), ...problems];
}

/** Request ids differ from run to run, and blocks show them for support. */
function withoutRequestIds(text: string, state: SandboxState | undefined): string {
  const ids = state?.exchanges
    .peek()
    .map(({ responseBody }) => /"requestId":"([^"]+)"/.exec(responseBody)?.[1]);
  return (ids ?? []).reduce<string>((rest, id) => (id ? rest.replaceAll(id, '<request id>') : rest), text);
}

/** Rejects when `signal` aborts, even if `work` never settles. */
const untilAborted = <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
