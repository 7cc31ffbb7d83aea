import { batch } from '@preact/signals';
import type { ApiInput, HostContext } from '../../apis/api.ts';
import { changedValues } from '../../apis/changed-values.ts';
import type { NavigationType } from '../../apis/navigation.ts';
import { targetValues } from '../../apis/target-values.ts';
import { versionNotice } from '../../contract/api-tables.ts';
import { ENDPOINTS, SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';
import type { IntentQuery, IntentResponse } from '../../contract/host-views.ts';
import {
  BACKGROUND_TARGET,
  isFullPage,
  isFullScreen,
  isRunnable,
  modalTargetOf,
} from '../../contract/surfaces.ts';
import { isWithheld } from '../../contract/token-faults.ts';
import type { HostApi, NavigationEntry, WorkerProblem } from '../../contract/worker-contract.ts';
import type { Scene } from '../../scene/scene.ts';
import { MISUSE_EVENT } from '../elements/commands.ts';
import { imageNetwork } from '../elements/image-policy.ts';
import { NAVIGATE_EVENT, type Navigation } from '../elements/navigation.ts';
import { logCalls } from './call-log.ts';
import { runExtension } from './extension-host.ts';
import { describeStart } from './extension-start.ts';
import { createExtensionStorage } from './extension-storage.ts';
import { createGraphqlClient } from './graphql-client.ts';
import { createHostCalls } from './host-calls.ts';
import { createTokenCache } from './minted-token.ts';
import { createPosHost } from './pos-host.ts';
import { closeOverlays } from './pos-state.ts';
import { sandboxApi } from './sandbox-api.ts';
import { latestId, type SandboxState } from './sandbox-state.ts';
import {
  type BlockName,
  createEntry,
  createScreens,
  MAX_SCREENS,
  type RunName,
  type Screen,
} from './screens.ts';
import { createSourcePositions } from './source-positions.ts';
import type { FrameOptions } from './worker-frame.ts';

const TOAST_MS = 4_000;

/** Runs the newest bundle with the current controls, one run per block at a time. */
export function createExtensionRunner(state: SandboxState) {
  /** The containers of the extension's trees. */
  const blocks: Record<BlockName, HTMLElement> = {
    main: document.createElement('div'),
    modal: document.createElement('div'),
  };
  const screens = createScreens(blocks);
  for (const block of Object.values(blocks)) {
    block.addEventListener(MISUSE_EVENT, ({ detail }: CustomEventInit<string>) =>
      report({ message: detail!, isWarning: true }),
    );
    block.addEventListener(NAVIGATE_EVENT, ({ detail }: CustomEventInit<Navigation>) =>
      followLink(detail!.href),
    );
  }
  const useStorage = createExtensionStorage();
  let setControls: HostContext['setControls'] = () => {};
  let followLink: HostContext['followLink'] = () => {};
  let runtime: Promise<string> | undefined;
  const sendGraphql = createGraphqlClient(state, (message) => report({ message, isWarning: true }));

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
    const isDeclared = state.manifest.peek()!.targets.some((declared) => declared.target === presented);
    // A module that runs in a target that the TOML does not name may present itself.
    if (!presented || (!isDeclared && state.isDeclared.peek())) {
      return report({ message: `${target} has no modal to present.` });
    }
    state.modalTarget.value = presented;
    await run('modal', presented);
  }

  function openIntent(query: IntentQuery): Promise<IntentResponse> {
    state.intent.peek()?.end({ code: 'closed' });
    return new Promise((resolve) => {
      const end = (response: IntentResponse) => {
        state.intent.value = undefined;
        resolve(response);
      };
      state.intent.value = { query, end };
    });
  }

  function report(problem: WorkerProblem, screen?: Screen): void {
    const { stack } = problem;
    const located = stack && { stack: screen?.positions?.inSources(stack) ?? stack };
    state.problems.value = [...state.problems.value, { ...problem, ...located }];
  }

  const contextOf = (name: RunName, target: string): HostContext => ({
    target,
    get state() {
      return state.url.peek();
    },
    get scene() {
      return state.scene.peek();
    },
    updateScene,
    emit,
    sessionToken,
    storage: (operation) => useStorage(state.extension.peek()!.id, operation),
    rerun: () => void rerun(),
    showToast,
    setControls: (changes) => setControls(changes),
    followLink: (url, options) => followLink(url, options),
    updateEntry(entryState) {
      state.entryState.value = entryState;
    },
    openIntent,
    presentModal,
    closeModal: () => {
      if (name !== 'background') closeModal();
    },
    navigate: (url, entryState) => navigate(name, url, entryState),
    goBack: () => goBack(name),
    ...createPosHost(state.pos),
  });

  /** What the worker of a screen may call. */
  const hostFor = (name: RunName, screen: Screen): HostApi => ({
    call: logCalls(
      screen.target,
      createHostCalls(screen.target, state.manifest.peek()!.apiVersion, contextOf(name, screen.target)),
      state.calls,
    ),
    graphql: (request) => sendGraphql(screen.target, request),
    report: async (problem) => report(problem, screen),
  });

  function updateScene(change: (scene: Scene) => Scene): void {
    state.scene.value = change(state.scene.peek());
    updateSignals();
  }

  function end(name: RunName): void {
    screens.end(name);
    countScreens();
  }

  const modalBlock = (): BlockName => (isFullScreen(state.target.peek() ?? '') ? 'main' : 'modal');
  const countScreens = () => {
    state.pos.modalDepth.value = screens.of(modalBlock()).length;
  };

  function closeModal(): void {
    end(modalBlock());
    closeOverlays(state.pos);
    state.modalTarget.value = undefined;
  }

  /** Opens another screen in a worker of its own, over the one that asks for it. */
  async function navigate(name: RunName, url: string, entryState: unknown): Promise<void> {
    const from = screens.top(name);
    if (!from || !isFullScreen(from.target)) throw new Error('Only a modal can navigate to another screen.');
    if (screens.of(name).length >= MAX_SCREENS) throw new Error(`A modal may open ${MAX_SCREENS} screens.`);
    const to = createEntry(url, entryState);
    tell(from, 'currententrychange', { from: from.entry, to });
    await open(name, from.target, to);
  }

  function goBack(name: RunName): void {
    if (screens.of(name).length < 2) return;
    const { entry } = screens.pop(name)!;
    countScreens();
    const shown = screens.top(name)!;
    tell(shown, 'currententrychange', { from: entry, to: shown.entry });
  }

  /** Changes the history entry of the extension, which keeps running (customer accounts). */
  function changeEntry(url: string, entryState: unknown, navigationType: NavigationType): void {
    const screen = screens.top('main');
    if (!screen) return;
    const from = screen.entry;
    screen.entry = createEntry(url, entryState);
    tell(screen, 'currententrychange', { from, to: screen.entry, navigationType });
  }

  const tell = ({ extension }: Screen, name: string, event: unknown) =>
    void extension.then((running) => running?.emit(name, event));

  /** Restarts the extension, as a reload of the surface does. */
  async function rerun(): Promise<void> {
    const target = state.target.peek();
    end('modal');
    end('background');
    closeOverlays(state.pos);
    if (!target) return end('main');
    beginRun(state, target);
    if (hasBackground(target)) void run('background', BACKGROUND_TARGET);
    await run('main', target);
  }

  /** Whether the extension also runs in the background, next to `target`. */
  const hasBackground = (target: string) =>
    target.startsWith('pos.') &&
    target !== BACKGROUND_TARGET &&
    state.manifest.peek()!.targets.some((declared) => declared.target === BACKGROUND_TARGET);

  function run(name: RunName, target: string): Promise<unknown> {
    end(name);
    return open(name, target, firstEntry(target));
  }

  /** Only a full page of the customer account starts at a URL. */
  function firstEntry(target: string): NavigationEntry {
    if (!isFullPage(target)) return createEntry(null);
    return createEntry(`extension:${state.url.peek().path ?? '/'}`, state.entryState.peek());
  }

  function open(name: RunName, target: string, entry: NavigationEntry): Promise<unknown> {
    const screen = screens.push(name, target, entry);
    countScreens();
    screen.extension = start(name, screen).catch((error: Error) => {
      const { message, stack } = error;
      if (!screen.abort.signal.aborted) report({ message, ...(stack && { stack }) }, screen);
      return undefined;
    });
    return screen.extension.finally(() => {
      if (screens.top(name) === screen && name !== 'background') state.running.value = false;
    });
  }

  async function start(name: RunName, screen: Screen) {
    const { target, abort, entry } = screen;
    const { signal } = abort;
    const input = inputOf(target);
    screen.values = targetValues(input);
    runtime ??= sandboxApi.workerRuntime();
    const id = state.extension.peek()!.id;
    const [runtimeCode, code, sourceMap] = await Promise.all([
      runtime,
      sandboxApi.extensionCode(id, target),
      sandboxApi.sourceMap(id, target),
      setNetwork(),
    ]);
    signal.throwIfAborted();
    screen.positions = createSourcePositions(sourceMap, input.scriptUrl);
    const started = describeStart(input, code, state.hello.peek()!);
    imageNetwork.value = input.networkAccess ? started.network : undefined;
    const notice = versionNotice(target, input.manifest.apiVersion);
    if (notice) report({ message: notice, isWarning: true });
    const running = await runExtension(
      {
        start: { ...started, sourceMap, entry },
        runtime: runtimeCode,
        frame: frameOf(input),
        ...(!isRunnable(target) && { root: screen.root }),
        host: hostFor(name, screen),
        onFacts: (facts) => {
          state.facts.value = facts;
        },
      },
      signal,
    );
    if (isRunnable(target) && name === 'main') state.output.value = { value: running.output };
    return running;
  }

  function setNetwork(): Promise<void> {
    const { server, delayMs } = state.url.peek();
    return sandboxApi.setNetwork({ server, delayMs });
  }

  function frameOf({ networkAccess, state: { origin } }: ApiInput): FrameOptions {
    const { frameOrigin, apiOrigin } = state.hello.peek()!;
    const origins = { null: undefined, local: frameOrigin, shopify: SHOPIFY_FRAME_ORIGIN };
    return {
      ...(networkAccess && { proxyOrigin: apiOrigin }),
      ...(origins[origin] && { origin: origins[origin] }),
    };
  }

  function emit(event: string, detail?: unknown): void {
    for (const screen of screens.all()) tell(screen, event, detail);
  }

  function updateSignals(): void {
    for (const screen of screens.all()) {
      const values = targetValues(inputOf(screen.target));
      const changes = changedValues(screen.values, values);
      screen.values = values;
      if (Object.keys(changes).length === 0) continue;
      void screen.extension.then((running) => running?.updateSignals(changes));
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
    onFollowLink(handle: HostContext['followLink']): void {
      followLink = handle;
    },
    onSetControls(handle: HostContext['setControls']): void {
      setControls = handle;
    },
    updateScene,
    goBack: () => goBack(modalBlock()),
    emit,
    changeEntry,
    showToast,
    presentModal,
    report,
    /** Applies a change of the controls: restarts an extension that renders nothing, which has no signals. */
    applyControls(): void {
      const target = state.target.peek() ?? '';
      if (isRunnable(target) && target !== BACKGROUND_TARGET) void rerun();
      else updateSignals();
    },
  };
}

function beginRun(state: SandboxState, target: string): void {
  batch(() => {
    state.problems.value = [];
    state.calls.value = [];
    state.facts.value = undefined;
    state.tokenError.value = undefined;
    state.output.value = undefined;
    state.intent.value = undefined;
    state.modalTarget.value = isFullScreen(target) ? target : undefined;
    state.lastOfEarlierRuns.value = Math.max(state.lastOfEarlierRuns.value, latestId(state));
    state.running.value = true;
  });
}
