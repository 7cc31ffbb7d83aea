import { batch } from '@preact/signals';
import type { ApiInput, HostContext } from '../../apis/api.ts';
import { targetValues } from '../../apis/target-values.ts';
import { versionNotice } from '../../contract/api-tables.ts';
import { ENDPOINTS, SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';
import { isFullScreen, isRunnable, modalTargetOf } from '../../contract/surfaces.ts';
import { isWithheld } from '../../contract/token-faults.ts';
import type { HostApi, WorkerProblem } from '../../contract/worker-contract.ts';
import { loadsRemoteImages } from '../elements/image-policy.ts';
import { type RunningExtension, runExtension } from './extension-host.ts';
import { describeStart } from './extension-start.ts';
import { createExtensionStorage } from './extension-storage.ts';
import { createHostCalls } from './host-calls.ts';
import { createTokenCache } from './minted-token.ts';
import { sandboxApi } from './sandbox-api.ts';
import { latestId, type SandboxState } from './sandbox-state.ts';
import { createSourcePositions, type SourcePositions } from './source-positions.ts';
import type { FrameOptions } from './worker-frame.ts';

/** `main`: the extension in its slot. `modal`: the full-screen extension that it presented. */
export type BlockName = 'main' | 'modal';

interface Run {
  target: string;
  abort: AbortController;
  extension: Promise<RunningExtension | undefined>;
}

const TOAST_MS = 4_000;

/** Runs the newest bundle with the current controls, one run per block at a time. */
export function createExtensionRunner(state: SandboxState) {
  /** The containers of the extension's trees. */
  const blocks: Record<BlockName, HTMLElement> = {
    main: document.createElement('div'),
    modal: document.createElement('div'),
  };
  const runs: { [Name in BlockName]?: Run | undefined } = {};
  const useStorage = createExtensionStorage();
  let logIn = () => {};
  let runtime: Promise<string> | undefined;
  let positions: SourcePositions | undefined;

  const cache = createTokenCache(() => {
    const { customer, user, fault, skewSeconds } = state.url.peek();
    const target = state.target.peek()!;
    const asked = fault && !isWithheld(fault) && { fault };
    return sandboxApi.mint({ target, user, skewSeconds, ...(customer && { customer }), ...asked });
  });

  async function sessionToken(): Promise<string | undefined> {
    const { fault } = state.url.peek();
    if (fault === 'no-permission' && state.surface.peek() === 'pos') {
      state.tokenError.value = 'getSessionToken() returned undefined: this account may not use the app.';
      return undefined;
    }
    if (fault === 'unavailable') {
      state.tokenError.value = 'sessionToken.get() threw: no token is available here.';
      throw new Error('Session token is not available');
    }
    // POS documents no cache: every call mints.
    const handedOut = await (state.surface.peek() === 'pos' ? cache.mint() : cache.get());
    state.token.value = handedOut;
    return handedOut.token;
  }

  function showToast(text: string): void {
    state.toasts.value = [...state.toasts.value, text];
    setTimeout(() => {
      state.toasts.value = state.toasts.value.slice(1);
    }, TOAST_MS);
  }

  async function presentModal(): Promise<void> {
    const target = state.target.peek();
    const presented = target && modalTargetOf(target);
    if (!presented) return report({ message: `${target} has no modal to present.` });
    state.modalTarget.value = presented;
    await run('modal', presented);
  }

  function report(problem: WorkerProblem): void {
    const { stack } = problem;
    const located = stack && { stack: positions?.inSources(stack) ?? stack };
    state.problems.value = [...state.problems.value, { ...problem, ...located }];
  }

  const contextOf = (target: string): HostContext => ({
    target,
    get state() {
      return state.url.peek();
    },
    get scene() {
      return state.scene.peek();
    },
    updateScene(change) {
      state.scene.value = change(state.scene.peek());
      updateSignals();
    },
    emit,
    sessionToken,
    storage: (operation) => useStorage(state.extension.peek()!.id, operation),
    rerun: () => void rerun(),
    showToast,
    logIn: () => logIn(),
    presentModal,
    closeModal,
  });

  /** What a worker that runs `target` may call. */
  const hostFor = (target: string): HostApi => ({
    call: createHostCalls(target, state.manifest.peek()!.apiVersion, contextOf(target)),
    report: async (problem) => report(problem),
  });

  function end(block: BlockName): void {
    runs[block]?.abort.abort();
    runs[block] = undefined;
    blocks[block].replaceChildren();
  }

  function closeModal(): void {
    end(isFullScreen(state.target.peek() ?? '') ? 'main' : 'modal');
    state.modalTarget.value = undefined;
  }

  /** Restarts the extension, as a reload of the surface does. */
  async function rerun(): Promise<void> {
    const target = state.target.peek();
    end('modal');
    if (!target) return end('main');
    beginRun(state, target);
    await run('main', target);
  }

  function run(block: BlockName, target: string): Promise<unknown> {
    end(block);
    const abort = new AbortController();
    const extension = start(block, target, abort.signal).catch((error: Error) => {
      const { message, stack } = error;
      if (!abort.signal.aborted) report({ message, ...(stack && { stack }) });
      return undefined;
    });
    const started: Run = { target, abort, extension };
    runs[block] = started;
    return extension.finally(() => {
      if (runs[block] === started) state.running.value = false;
    });
  }

  async function start(block: BlockName, target: string, signal: AbortSignal) {
    const input = inputOf(target);
    runtime ??= sandboxApi.workerRuntime();
    const id = state.extension.peek()!.id;
    const [runtimeCode, code, sourceMap] = await Promise.all([
      runtime,
      sandboxApi.extensionCode(id, target),
      sandboxApi.sourceMap(id, target),
      setNetwork(),
    ]);
    signal.throwIfAborted();
    positions = createSourcePositions(sourceMap, input.scriptUrl);
    loadsRemoteImages.value = input.networkAccess;
    const notice = versionNotice(target, input.manifest.apiVersion);
    if (notice) report({ message: notice, isWarning: true });
    const running = await runExtension(
      {
        start: { ...describeStart(input, code), sourceMap },
        runtime: runtimeCode,
        frame: frameOf(input),
        ...(!isRunnable(target) && { root: blocks[block] }),
        host: hostFor(target),
        onFacts: (facts) => {
          state.facts.value = facts;
        },
      },
      signal,
    );
    if (isRunnable(target)) state.output.value = { value: running.output };
    return running;
  }

  function setNetwork(): Promise<void> {
    const { server, delayMs } = state.url.peek();
    return sandboxApi.setNetwork({ server, delayMs });
  }

  function frameOf({ networkAccess, state: { origin } }: ApiInput): FrameOptions {
    const origins = {
      null: undefined,
      local: state.hello.peek()?.frameOrigin,
      shopify: SHOPIFY_FRAME_ORIGIN,
    };
    return { networkAccess, ...(origins[origin] && { origin: origins[origin] }) };
  }

  function emit(event: string, detail?: unknown): void {
    for (const run of Object.values(runs))
      void run?.extension.then((running) => running?.emit(event, detail));
  }

  function updateSignals(): void {
    for (const { target, extension } of Object.values(runs).filter((one) => one !== undefined)) {
      const values = targetValues(inputOf(target));
      void extension.then((running) => running?.updateSignals(values));
    }
  }

  const inputOf = (target: string): ApiInput => ({
    target,
    state: state.url.peek(),
    scene: state.scene.peek(),
    manifest: state.manifest.peek()!,
    networkAccess: state.networkAccess.peek(),
    scriptUrl: new URL(ENDPOINTS.extension, location.href).href,
  });

  return {
    blocks,
    rerun,
    closeModal,
    setNetwork,
    /** Drops the token: the next call mints one, and the page shows none until then. */
    dropToken(): void {
      cache.drop();
      state.token.value = undefined;
    },
    onLogIn(handle: () => void): void {
      logIn = handle;
    },
    /** Applies a change of the controls: restarts an extension that renders nothing, which has no signals. */
    applyControls(): void {
      if (isRunnable(state.target.peek() ?? '')) void rerun();
      else updateSignals();
    },
  };
}

function beginRun(state: SandboxState, target: string): void {
  batch(() => {
    state.problems.value = [];
    state.facts.value = undefined;
    state.tokenError.value = undefined;
    state.output.value = undefined;
    state.modalTarget.value = isFullScreen(target) ? target : undefined;
    state.lastOfEarlierRuns.value = Math.max(state.lastOfEarlierRuns.value, latestId(state));
    state.running.value = true;
  });
}
