import type { EntryChange, NavigationEntry, NavigationType } from '../../contract/worker-contract.ts';
import type { CreateMembers } from './api-context.ts';

export interface HistoryEntry {
  key: string;
  url: string | null;
  getState(): unknown;
}

type Listener = (event: { from: HistoryEntry; navigationType?: NavigationType }) => void;

/** The `navigation` global of POS and of customer accounts. The page has the history. */
export const createNavigation: CreateMembers = ({ entry, on, call }) => {
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
};

const toHistoryEntry = ({ key, url, state }: NavigationEntry): HistoryEntry => ({
  key,
  url,
  getState: () => structuredClone(state),
});
