/** The page's state, and all that can be done to it. Views read the signals and call the actions. */
import { batch, effect } from '@preact/signals';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { LiveEvents } from '../../contract/live-events.ts';
import { formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { createBenchState } from './bench-state.ts';
import { createExtensionRunner } from './extension-runner.ts';
import { sandboxApi } from './sandbox-api.ts';

const MAX_EXCHANGES = 200;

/** `undefined` takes a switch back to its default. */
export type StateChange = { [Name in keyof UrlState]?: UrlState[Name] | undefined };

export function createBench() {
  const state = createBenchState(location.search);
  const { block, rerun, dropToken } = createExtensionRunner(state);

  return {
    ...state,
    block,
    rerun,

    /** Turns a switch. What concerns the extension starts it afresh; a server that comes back does not. */
    change(changes: StateChange): void {
      const next = { ...state.url.value, ...changes } as UrlState;
      state.url.value = next;
      history.replaceState(null, '', formatUrlState(next) || location.pathname);
      if ('theme' in changes) return;
      if (changes.serverDown === false) {
        // Recovery is the extension's own: it must offer a way to try again.
        void sandboxApi.setNetwork({ serverDown: false });
        return;
      }
      if (!('serverDown' in changes)) dropToken();
      void rerun();
    },

    dropToken(): void {
      dropToken();
      state.token.value = undefined;
    },

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
      const events = new EventSource(ENDPOINTS.events);
      on(events, 'exchange', (exchange) => {
        state.exchanges.value = [...state.exchanges.value, exchange].slice(-MAX_EXCHANGES);
      });
      on(events, 'extension', (extension) => {
        const isNew = extension.revision !== state.extension.value.revision;
        state.extension.value = extension;
        if (isNew) void rerun();
      });
    },
  };
}

export type Bench = ReturnType<typeof createBench>;

function on<Name extends keyof LiveEvents>(
  events: EventSource,
  name: Name,
  handle: (data: LiveEvents[Name]) => void,
): void {
  events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
}
