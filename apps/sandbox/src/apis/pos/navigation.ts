import type { NavigationEntry } from '../../contract/worker-contract.ts';
import type { Api } from '../api.ts';
import { fail, recordArgument, textArgument } from './cart/arguments.ts';

type Listener = (event: { from: HistoryEntry }) => void;

interface HistoryEntry {
  key: string;
  url: string | null;
  getState(): unknown;
}

const NAVIGATE = 'window.navigation.navigate';

/**
 * The `navigation` global in POS. The page has the history, because every screen runs in a worker of its own: module
 * variables are not shared ("Navigation API", 2026-07).
 */
export const posNavigation: Api = {
  host: {
    [NAVIGATE](page, url: unknown, options: unknown = {}) {
      const at = 'navigation.navigate';
      const { state } = recordArgument(options, 'options', at);
      const text = textArgument(url, 'url', at);
      if (!text.startsWith(NATIVE)) return page.navigate(text, state);
      const screen = nativeScreenOf(text) ?? fail(at, 'this is no native screen of POS');
      return page.showNativeScreen(screen);
    },
    'window.navigation.back': (page) => page.goBack(),
  },
  create({ entry, on }) {
    let current = entry;
    const listeners = new Set<Listener>();
    on('currententrychange', (event) => {
      const { from, to } = event as { from: NavigationEntry; to: NavigationEntry };
      current = to;
      for (const listener of listeners) listener({ from: toHistoryEntry(from) });
    });
    return {
      get 'window.navigation.currentEntry'() {
        return toHistoryEntry(current);
      },
      'window.navigation.addEventListener': (_type: string, listener: Listener) =>
        void listeners.add(listener),
      'window.navigation.removeEventListener': (_type: string, listener: Listener) =>
        void listeners.delete(listener),
    };
  },
};

const toHistoryEntry = ({ key, url, state }: NavigationEntry): HistoryEntry => ({
  key,
  url,
  getState: () => structuredClone(state),
});

/** A screen of POS itself that an extension may open. */
export interface NativeScreen {
  kind: 'product' | 'customer' | 'order' | 'draft-order';
  id: number;
}

const NATIVE = 'shopify:point-of-sale/';
const KINDS: ReadonlyMap<string, NativeScreen['kind']> = new Map([
  ['products', 'product'],
  ['customers', 'customer'],
  ['orders', 'order'],
  ['draft_orders', 'draft-order'],
]);

/** The screen of a URI such as `shopify:point-of-sale/orders/1001`, or `undefined`. */
export function nativeScreenOf(uri: string): NativeScreen | undefined {
  const [, plural, id, variant] =
    /^(\w+)\/([1-9]\d{0,15})(\/variants\/[1-9]\d{0,15})?$/.exec(uri.slice(NATIVE.length)) ?? [];
  const kind = KINDS.get(plural ?? '');
  return kind && (!variant || kind === 'product') ? { kind, id: Number(id) } : undefined;
}
