import type { Surface } from '../contract/surfaces.ts';
import type { HostApi } from '../contract/worker-contract.ts';

/** The functions of the `shopify` global in checkout and in customer accounts (2026-07). */
export function createBuyerGlobal(surface: Surface, host: HostApi): Record<string, unknown> {
  return {
    sessionToken: { get: () => host.getSessionToken() },
    storage: {
      read: (key: string) => host.storage({ name: 'read', key }),
      write: (key: string, value: unknown) => host.storage({ name: 'write', key, value }),
      delete: (key: string) => host.storage({ name: 'delete', key }),
    },
    reload: () => void host.reload(),
    ...(surface === 'customer-account' && {
      requireLogin: () => host.requireLogin(),
      toast: {
        show: async (text: string) => {
          await host.showToast(text);
          return { hide() {} };
        },
      },
    }),
  };
}
