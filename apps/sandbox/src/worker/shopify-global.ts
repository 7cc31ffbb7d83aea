import type { ExtensionStart, HostApi } from '../contract/worker-contract.ts';
import { createBuyerGlobal } from './buyer-global.ts';
import { createI18n } from './i18n.ts';
import { createPosGlobal } from './pos-global.ts';
import { createSignalStore, type SignalClass } from './signals.ts';

export type Registry = Map<string, (...args: unknown[]) => unknown>;

/** Builds the `shopify` global of an extension. It must be there before the bundle is evaluated. */
export function createShopifyGlobal(start: ExtensionStart, host: HostApi, report: (message: string) => void) {
  const registry: Registry = new Map();
  const signals = createSignalStore(start.signals);
  const shopify: Record<string, unknown> = {
    ...structuredClone(start.constants),
    extend(target: string, run: (...args: unknown[]) => unknown): void {
      registry.set(target, run);
    },
    /** Called by `import '@shopify/ui-extensions/preact'`. */
    setSignals: (Signal: SignalClass) => signals.use(Signal),
    i18n: createI18n(start.i18n, report),
  };
  const own = start.surface === 'pos' ? createPosGlobal(host) : createBuyerGlobal(start.surface, host);
  for (const [name, value] of Object.entries(own)) shopify[name] = mergeInto(shopify[name], value);
  signals.install(shopify, start.hasSignals ? 'signals' : 'values');
  return { shopify, registry, updateSignals: signals.update };
}

/** `session` of POS has constants and functions. */
const mergeInto = (existing: unknown, value: unknown) =>
  typeof existing === 'object' && typeof value === 'object' ? { ...existing, ...value } : value;
