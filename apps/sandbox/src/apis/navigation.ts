import type { Api } from './api.ts';

interface HistoryEntry {
  key: string;
  url: string | null;
  getState(): unknown;
}

type Listener = (event: { from: HistoryEntry; navigationType: 'push' | 'replace' }) => void;

/** The `navigation` global of customer accounts. Each worker has its own history; the page does not follow it. */
export const navigation: Api = {
  create() {
    const listeners = new Set<Listener>();
    const history: HistoryEntry[] = [createEntry(null)];
    const current = () => history.at(-1)!;
    const notify: Listener = (event) => {
      for (const listener of listeners) listener(event);
    };
    return {
      get 'window.navigation.currentEntry'() {
        return current();
      },
      async 'window.navigation.navigate'(url: string, options: NavigateOptions = {}) {
        const from = current();
        const navigationType = options.history === 'replace' ? 'replace' : 'push';
        if (navigationType === 'replace') history.pop();
        history.push(createEntry(url, options.state));
        notify({ from, navigationType });
      },
      'window.navigation.updateCurrentEntry'({ state }: { state: unknown }) {
        const { key, url } = current();
        history.splice(-1, 1, createEntry(url, state, key));
      },
      'window.navigation.addEventListener'(_type: string, listener: Listener) {
        listeners.add(listener);
      },
      'window.navigation.removeEventListener'(_type: string, listener: Listener) {
        listeners.delete(listener);
      },
    };
  },
};

interface NavigateOptions {
  state?: unknown;
  history?: 'auto' | 'push' | 'replace';
}

let entries = 0;
function createEntry(url: string | null, state?: unknown, key?: string): HistoryEntry {
  entries += 1;
  return { key: key ?? String(entries), url, getState: () => structuredClone(state) };
}
