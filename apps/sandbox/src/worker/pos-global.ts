import type { HostApi } from '../contract/worker-contract.ts';
import type { WorkerScope } from './globals.ts';

/** The functions of the `shopify` global in POS (2026-07). */
export function createPosGlobal(host: HostApi): Record<string, unknown> {
  return {
    session: { getSessionToken: () => host.getSessionToken() },
    action: { presentModal: () => void host.presentModal() },
    toast: { show: (text: string) => void host.showToast(text) },
    device: { getDeviceId: async () => '8f1c9b02-sandbox', isTablet: async () => true },
    storage: {
      get: async (key: string) => (await host.storage({ name: 'read', key })) ?? undefined,
      set: (key: string, value: unknown) => host.storage({ name: 'write', key, value }),
      delete: (key: string) => host.storage({ name: 'delete', key }),
      clear: () => host.storage({ name: 'clear' }),
      entries: () => host.storage({ name: 'entries' }),
    },
  };
}

interface HistoryEntry {
  key: string;
  url: string | null;
  getState(): unknown;
}

/** What POS puts beside `shopify`: `navigation` within a modal, and `window.close()`. */
export function installPosWindow(scope: WorkerScope, host: HostApi): void {
  const listeners = new Set<(event: { from: HistoryEntry }) => void>();
  const history: HistoryEntry[] = [entryOf(null)];
  const moved = (from: HistoryEntry) => {
    for (const listener of listeners) listener({ from });
  };
  const navigation = {
    get currentEntry() {
      return history.at(-1)!;
    },
    async navigate(url: string, options: { state?: unknown } = {}) {
      const from = history.at(-1)!;
      history.push(entryOf(url, options.state));
      moved(from);
    },
    back() {
      if (history.length > 1) moved(history.pop()!);
    },
    addEventListener(_type: 'currententrychange', listener: (event: { from: HistoryEntry }) => void) {
      listeners.add(listener);
    },
    removeEventListener(_type: 'currententrychange', listener: (event: { from: HistoryEntry }) => void) {
      listeners.delete(listener);
    },
  };
  const close = () => void host.closeModal();
  for (const [name, value] of Object.entries({ navigation, close })) {
    Object.defineProperty(scope, name, { value, configurable: true, writable: true });
  }
}

let entries = 0;
function entryOf(url: string | null, state?: unknown): HistoryEntry {
  entries += 1;
  return { key: String(entries), url, getState: () => structuredClone(state) };
}
