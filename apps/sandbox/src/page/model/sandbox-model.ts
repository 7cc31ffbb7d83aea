/** The page's state, and all that can be done to it. Views read the signals and call the actions. */
import { batch, effect } from '@preact/signals';
import type { LiveEvent } from '../../contract/live-events.ts';
import { DEFAULT_STATE, formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { createExtensionRunner } from './extension-runner.ts';
import { followSandbox } from './live-connection.ts';
import { takeKeyFromUrl } from './run-key.ts';
import { createSandboxState } from './sandbox-state.ts';

const MAX_EXCHANGES = 200;

/** `undefined` takes a switch back to its default. */
export type StateChange = { [Name in keyof UrlState]?: UrlState[Name] | undefined };

/** Controls that the running extension is told of by its signals, as in life. */
const LIVE: readonly (keyof UrlState)[] = ['customer', 'staff', 'connected', 'quantity', 'settings'];
const NETWORK: readonly (keyof UrlState)[] = ['server', 'delayMs'];

export function createSandboxModel() {
  const state = createSandboxState(location.search);
  const runner = createExtensionRunner(state);

  function change(changes: StateChange): void {
    const next = { ...state.url.value };
    for (const [name, value] of Object.entries(changes)) {
      Object.assign(next, { [name]: value ?? DEFAULT_STATE[name as keyof UrlState] });
    }
    state.url.value = next;
    history.replaceState(null, '', formatUrlState(next) || location.pathname);
    const changed = Object.keys(changes) as (keyof UrlState)[];
    const isOnly = (names: readonly (keyof UrlState)[]) => changed.every((name) => names.includes(name));
    if (isOnly(['theme'])) return;
    if (isOnly(NETWORK) && next.server === 'up' && next.delayMs === 0) {
      // Recovery is the extension's own: it must offer a way to try again.
      void runner.setNetwork();
      return;
    }
    if (!isOnly(NETWORK) && !isOnly(['quantity', 'settings', 'connected', 'staff'])) runner.dropToken();
    if (isOnly(LIVE)) runner.updateSignals();
    else void runner.rerun();
  }

  return {
    ...state,
    blocks: runner.blocks,
    rerun: runner.rerun,
    closeModal: runner.closeModal,
    dropToken: runner.dropToken,
    change,

    clearExchanges(): void {
      batch(() => {
        state.lastOfEarlierRuns.value = state.exchanges.value.at(-1)?.id ?? 0;
        state.exchanges.value = [];
      });
    },

    /** Follows the URL's theme, and what the sandbox tells; the first news of a bundle starts the extension. */
    connect(): void {
      effect(() => {
        const { theme } = state.url.value;
        if (theme) document.documentElement.dataset.theme = theme;
        else delete document.documentElement.dataset.theme;
      });
      runner.onLogIn(() => change({ customer: '42' }));
      /** Of the extension that runs: when it changes, so must what runs. */
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
            // Another run has other secrets, other addresses and maybe another page.
            if (state.hello.value && state.hello.value.runId !== event.data.runId) location.reload();
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
          case 'exchange':
            state.exchanges.value = [...state.exchanges.value, event.data]
              .toSorted((one, other) => one.id - other.id)
              .slice(-MAX_EXCHANGES);
        }
      };
      takeKeyFromUrl();
      void followSandbox({
        onEvent,
        onState: (connection) => {
          state.connection.value = connection;
        },
      });
    },
  };
}

export type SandboxModel = ReturnType<typeof createSandboxModel>;
