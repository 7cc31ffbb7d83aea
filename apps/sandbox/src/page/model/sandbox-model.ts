/** The page's state and actions. Views read the signals and call the actions. */
import { batch, computed, effect } from '@preact/signals';
import type { LiveEvent } from '../../contract/live-events.ts';
import { DEFAULT_STATE, formatUrlState, type StateChange, type UrlState } from '../../contract/url-state.ts';
import { initialScene, type ScenePatch, withQuantity } from '../../scene/scene.ts';
import { createBuyer } from './buyer.ts';
import { createCounter } from './counter.ts';
import { createExtensionRunner } from './extension-runner.ts';
import { followTheme } from './follow-theme.ts';
import { isSameRun, narrowImages } from './hello.ts';
import { followSandbox } from './live-connection.ts';
import { createNavigator } from './navigator.ts';
import { takeKeyFromUrl } from './run-key.ts';
import { createSandboxApi } from './sandbox-api.ts';
import { createSandboxState, latestId } from './sandbox-state.ts';
import { logTraffic } from './traffic.ts';

/** Controls that change signals of the running extension, without a restart. */
const LIVE: readonly (keyof UrlState)[] = ['customer', 'staff', 'connected', 'quantity', 'settings'];
/** Controls that change no claim of a token. */
const NOT_IN_TOKEN: readonly (keyof UrlState)[] = [
  'quantity',
  'settings',
  'connected',
  'staff',
  'device',
  'location',
];
/** In POS, the customer is in the cart and not in the token. */
const IN_POS_CART: readonly (keyof UrlState)[] = ['customer'];
const NETWORK: readonly (keyof UrlState)[] = ['server', 'delayMs'];

export function createSandboxModel() {
  const state = createSandboxState(location.search, createSandboxApi());
  const runner = createExtensionRunner(state);

  function change(changes: StateChange): void {
    const next = { ...state.url.value };
    for (const [name, value] of Object.entries(changes)) {
      Object.assign(next, { [name]: value ?? DEFAULT_STATE[name as keyof UrlState] });
    }
    if (('target' in changes || 'extension' in changes) && !('path' in changes)) {
      delete next.path;
      state.entryState.value = undefined;
      state.visits.value = [];
    }
    state.url.value = next;
    history.replaceState(null, '', formatUrlState(next) || location.pathname);
    const changed = Object.keys(changes) as (keyof UrlState)[];
    const isOnly = (names: readonly (keyof UrlState)[]) => changed.every((name) => names.includes(name));
    if (isOnly(['theme']) || isOnly(['path'])) return;
    if (isOnly(NETWORK) && next.server === 'up' && next.delayMs === 0) {
      // The extension must recover on its own, so it is not restarted.
      void runner.setNetwork();
      return;
    }
    const isOfToken = !isOnly([...NOT_IN_TOKEN, ...(state.surface.value === 'pos' ? IN_POS_CART : [])]);
    if (!isOnly(NETWORK) && isOfToken) runner.discardToken();
    if (next.quantity !== undefined && 'quantity' in changes) {
      state.scene.value = withQuantity(state.scene.value, next.quantity);
    }
    if (isOnly(LIVE)) runner.applyControls();
    else void runner.rerun();
  }

  const navigator = createNavigator({
    state,
    change,
    changeEntry: runner.changeEntry,
    showToast: runner.showToast,
    report: (message) => runner.report({ message }),
  });
  runner.onFollowLink(navigator.followLink);

  /** Drops what extensions have written. */
  function resetScene(): void {
    const patch = state.editedScene.peek() ?? state.extension.peek()?.scene;
    state.scene.value = initialScene(state.url.peek(), patch);
  }

  return {
    ...state,
    blockOf: runner.blockOf,
    shownBlocks: runner.shownBlocks,
    rerun: runner.rerun,
    closeModal: runner.closeModal,
    goBack: runner.goBack,
    updateScene: runner.updateScene,
    /** Goes on to the thank-you page, unless an interceptor of the extension blocks it. */
    async pay(): Promise<void> {
      if (!(await runner.askInterceptors())) return;
      const thankYou = state.manifest
        .peek()
        ?.targets.find(({ target }) => target.startsWith('purchase.thank-you.'));
      if (thankYou) change({ target: thankYou.target });
      else state.journey.value = { status: 'paid' };
    },
    buyer: createBuyer(state, runner),
    counter: createCounter(state, runner, change),
    discardToken: runner.discardToken,
    change,
    followLink: navigator.followLink,
    back: navigator.back,
    presentModal: runner.presentModal,
    resetScene,
    /** Starts again with other data; `undefined` for that of the developer's file. */
    editScene(patch: ScenePatch | undefined): void {
      state.editedScene.value = patch;
      resetScene();
      runner.applyControls();
    },

    clearExchanges(): void {
      batch(() => {
        state.lastOfEarlierRuns.value = latestId(state);
        state.exchanges.value = [];
        state.graphqlExchanges.value = [];
      });
    },

    /** Follows the URL's theme and the sandbox's events. The first bundle starts the extension. */
    connect(): void {
      followTheme(state.url);
      // A changed file, not each build, replaces the scene.
      const ownScene = computed(() => JSON.stringify(state.extension.value?.scene));
      effect(() => {
        void ownScene.value;
        state.editedScene.value = undefined;
        resetScene();
        runner.applyControls();
      });
      runner.onSetControls((changes) => change(changes as StateChange));
      /** Identifies the running bundle and server; a change restarts the extension. */
      let running = '';
      const follow = () => {
        const id = state.extension.value?.id ?? '';
        const { starts, status } = state.server.value;
        const runs = `${state.hello.value?.apiOrigin} ${starts} ${id} ${state.extension.value?.revision}`;
        if (runs === running || !id || status !== 'up') return;
        running = runs;
        void runner.rerun();
      };
      const onEvent = (event: LiveEvent) => {
        switch (event.name) {
          case 'hello':
            // Another run has other secrets and maybe another version of the page; this page's policy has one proxy.
            if (state.hello.value && !isSameRun(state.hello.value, event.data)) location.reload();
            else if (!state.hello.value) narrowImages([event.data]);
            state.hello.value = event.data;
            break;
          case 'server':
            state.server.value = event.data;
            follow();
            break;
          case 'extensions':
            state.extensions.value = event.data;
            follow();
            break;
          default:
            logTraffic(state, event);
        }
      };
      takeKeyFromUrl();
      void followSandbox({
        api: state.api,
        onEvent,
        onState: (connection) => {
          state.connection.value = connection;
          if (connection === 'down') state.pending.value = [];
        },
      });
    },
  };
}

export type SandboxModel = ReturnType<typeof createSandboxModel>;
