import type { ExtensionStart, HostApi } from '../contract/worker-contract.ts';
import { createI18n } from './i18n.ts';
import { createSignalStore, type SignalClass } from './signals.ts';

export type Registry = Map<string, (...args: unknown[]) => unknown>;

/** Builds the `shopify` global of an extension in checkout. It must be there before the bundle is evaluated. */
export function createShopifyGlobal(start: ExtensionStart, host: HostApi, report: (message: string) => void) {
  const registry: Registry = new Map();
  const signals = createSignalStore(start.signals);
  const shopify: Record<string, unknown> = {
    ...start.constants,
    extend(target: string, run: (...args: unknown[]) => unknown): void {
      registry.set(target, run);
    },
    /** Called by `import '@shopify/ui-extensions/preact'`. */
    setSignals: (Signal: SignalClass) => signals.use(Signal),
    reload(): void {
      void host.reload();
    },
    sessionToken: { get: () => host.getSessionToken() },
    storage: {
      read: (key: string) => host.storage({ name: 'read', key }),
      write: (key: string, value: unknown) => host.storage({ name: 'write', key, value }),
      delete: (key: string) => host.storage({ name: 'delete', key }),
    },
    i18n: createI18n(start.i18n, report),
  };
  signals.install(shopify);
  return { shopify, registry, updateSignals: signals.update };
}
