import type { HostContext } from '../../apis/api.ts';
import { changedValues } from '../../apis/changed-values.ts';
import { assertRoomForScreen } from '../../apis/pos/navigation.ts';
import {
  BACKGROUND_TARGET,
  isFullPage,
  isFullScreen,
  isRunnable,
  modalTargetOf,
} from '../../contract/surfaces.ts';
import type {
  HostApi,
  NavigationEntry,
  NavigationType,
  WorkerProblem,
} from '../../contract/worker-contract.ts';
import type { Scene } from '../../scene/scene.ts';
import { MISUSE_EVENT } from '../elements/commands.ts';
import { NAVIGATE_EVENT, type Navigation } from '../elements/navigation.ts';
import { beginRun } from './begin-run.ts';
import { logCalls } from './call-log.ts';
import { createExtensionStorage } from './extension-storage.ts';
import { createGraphqlClient } from './graphql-client.ts';
import { createHostCalls } from './host-calls.ts';
import { createItemScreens } from './item-screens.ts';
import { createJourney } from './journey.ts';
import { openIntent } from './open-intent.ts';
import { createPosHost } from './pos-host.ts';
import { closeOverlays } from './pos-state.ts';
import type { SandboxState } from './sandbox-state.ts';
import { createScreenStarter, type RunOptions } from './screen-starter.ts';
import { type BlockName, createEntry, createScreens, type RunName, type Screen } from './screens.ts';
import { createSessionTokenSource } from './session-token-source.ts';
import { createToasts } from './toasts.ts';

/**
 * Runs the newest bundle with the current controls, one run per block at a time. Longer than most files, because its functions
 * call each other: each may open, end or restart screens.
 */
export function createExtensionRunner(state: SandboxState, options: RunOptions = {}) {
  const screens = createScreens((block) => {
    block.addEventListener(MISUSE_EVENT, ({ detail }: CustomEventInit<string>) =>
      report({ message: detail!, isWarning: true }),
    );
    block.addEventListener(NAVIGATE_EVENT, ({ detail }: CustomEventInit<Navigation>) =>
      followLink(detail!.href),
    );
  });
  const items = createItemScreens(state, screens, (name, target) => open(name, target, createEntry(null)));
  const useStorage = createExtensionStorage();
  let setControls: HostContext['setControls'] = () => {};
  let followLink: HostContext['followLink'] = () => {};
  const tokens = createSessionTokenSource(state);
  const showToast = createToasts(state);
  const { start, setNetwork, valuesOf } = createScreenStarter(state, report, options);
  const sendGraphql = createGraphqlClient(state, (message) => report({ message, isWarning: true }));

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

  const journey = createJourney(state, emit);

  function report(problem: WorkerProblem, screen?: Screen): void {
    const { stack, message } = problem;
    // On several items, each has the same problems.
    const isOnItems = screens.items().length > 0;
    if (isOnItems && state.problems.peek().some((known) => known.message === message)) return;
    const located = stack && { stack: screen?.positions?.inSources(stack) ?? stack };
    state.problems.value = [...state.problems.value, { ...problem, ...located }];
  }

  const contextOf = (name: RunName, target: string): HostContext => ({
    target,
    get state() {
      return state.effective.peek();
    },
    get scene() {
      return state.scene.peek();
    },
    updateScene,
    emit,
    sessionToken: tokens.get,
    storage: (operation) => useStorage(state.extension.peek()!.id, operation),
    rerun: () => void rerun(),
    showToast,
    setControls: (changes) => setControls(changes),
    followLink: (url, options) => followLink(url, options),
    updateEntry(entryState) {
      state.entryState.value = entryState;
    },
    openIntent: (query) => openIntent(state.intent, query),
    answerIntercept: journey.answer,
    presentModal,
    closeModal: () => {
      if (name !== 'background') closeModal();
    },
    navigate: (url, entryState) => navigate(name, url, entryState),
    goBack: () => goBack(name),
    ...createPosHost(state.pos),
  });

  /** The functions that the worker of a screen may call. */
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
    items.follow();
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

  /** Opens another screen in a separate worker, above the current one. */
  async function navigate(name: RunName, url: string, entryState: unknown): Promise<void> {
    const from = screens.top(name);
    if (!from || !isFullScreen(from.target)) throw new Error('Only a modal can navigate to another screen.');
    assertRoomForScreen(screens.of(name).length);
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
    items.end();
    closeOverlays(state.pos);
    if (!target) return end('main');
    beginRun(state, target);
    if (hasBackground(target)) void run('background', BACKGROUND_TARGET);
    const main = run('main', target);
    items.follow();
    await main;
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
    screen.extension = start(screen, hostFor(name, screen)).catch((error: Error) => {
      const { message, stack } = error;
      if (!screen.abort.signal.aborted) report({ message, ...(stack && { stack }) }, screen);
      return undefined;
    });
    return screen.extension.then((running) => {
      if (screens.top(name) !== screen || (name !== 'main' && name !== 'modal')) return;
      if (running && isRunnable(target) && name === 'main') state.output.value = { value: running.output };
      state.running.value = false;
    });
  }

  /** Returns how many workers get the event. */
  function emit(event: string, detail?: unknown): number {
    for (const screen of screens.all()) tell(screen, event, detail);
    return screens.all().length;
  }

  function updateSignals(): void {
    for (const screen of screens.all()) {
      const values = valuesOf(screen);
      const changes = changedValues(screen.values, values);
      screen.values = values;
      if (Object.keys(changes).length === 0) continue;
      void screen.extension.then((running) => running?.updateSignals(changes));
    }
  }

  return {
    blockOf: screens.blockOf,
    shownBlocks: items.shownBlocks,
    idle: screens.idle,
    freeze: screens.freeze,
    rerun,
    closeModal,
    setNetwork,
    discardToken: tokens.discard,
    onFollowLink(handle: HostContext['followLink']): void {
      followLink = handle;
    },
    onSetControls(handle: HostContext['setControls']): void {
      setControls = handle;
    },
    updateScene,
    askInterceptors: journey.ask,
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
      else {
        updateSignals();
        items.follow();
      }
    },
  };
}
