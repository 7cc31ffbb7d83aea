import type { NativeScreen } from '../../contract/host-views.ts';
import type { Api } from '../api.ts';
import { fail, recordArgument, textArgument } from './cart/arguments.ts';

const NAVIGATE = 'window.navigation.navigate';

/**
 * The `navigation` global in POS. The page has the history, because every screen runs in a separate worker: module
 * variables are not shared ("Navigation API", 2026-07).
 */
export const posNavigation: Api = {
  host: {
    [NAVIGATE](page, url: unknown, options: unknown = {}) {
      const at = 'navigation.navigate';
      const { state } = recordArgument(options, 'options', at);
      const text = textArgument(url, 'url', at);
      if (!text.startsWith(NATIVE)) return page.navigate(text, state);
      const screen = nativeScreenOf(text) ?? fail(at, 'this is not a native screen of POS');
      return page.showNativeScreen(screen);
    },
    'window.navigation.back': (page) => page.goBack(),
  },
};

export const MAX_SCREENS = 20;

/** Each screen runs in a separate worker, and foreign code opens them. */
export function assertRoomForScreen(openScreens: number): void {
  if (openScreens >= MAX_SCREENS) throw new Error(`A modal may open ${MAX_SCREENS} screens.`);
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
