import type { NavigationEntry } from '../contract/worker-contract.ts';
import type { ApiContext, Members } from './api.ts';

export interface HistoryEntry {
  key: string;
  url: string | null;
  getState(): unknown;
}

export type NavigationType = 'push' | 'replace' | 'traverse';

/** Sent by the page when the current entry of a worker changes. */
export interface EntryChange {
  from: NavigationEntry;
  to: NavigationEntry;
  /** Absent in POS. */
  navigationType?: NavigationType;
}

type Listener = (event: { from: HistoryEntry; navigationType?: NavigationType }) => void;

/** What the `navigation` global has in the worker, in POS and in customer accounts: the page has the history. */
export function navigationMembers({ entry, on, call }: ApiContext): Members {
  let current = entry;
  const listeners = new Set<Listener>();
  on('currententrychange', (event) => {
    const { from, to, navigationType } = event as EntryChange;
    current = to;
    const detail = { from: toHistoryEntry(from), ...(navigationType && { navigationType }) };
    for (const listener of [...listeners]) listener(detail);
  });
  return {
    'window.navigation.updateCurrentEntry'({ state }: { state: unknown }) {
      current = { ...current, state };
      void call('window.navigation.updateCurrentEntry', state);
    },
    get 'window.navigation.currentEntry'() {
      return toHistoryEntry(current);
    },
    'window.navigation.addEventListener': (_type: string, listener: Listener) => void listeners.add(listener),
    'window.navigation.removeEventListener': (_type: string, listener: Listener) =>
      void listeners.delete(listener),
  };
}

const toHistoryEntry = ({ key, url, state }: NavigationEntry): HistoryEntry => ({
  key,
  url,
  getState: () => structuredClone(state),
});
