import type { Api } from '../api.ts';

export const posStorage: Api = {
  create: ({ host }) => ({
    'storage.get': async (key: string) => (await host.storage({ name: 'read', key })) ?? undefined,
    'storage.set': (key: string, value: unknown) => host.storage({ name: 'write', key, value }),
    'storage.delete': (key: string) => host.storage({ name: 'delete', key }),
    'storage.clear': () => host.storage({ name: 'clear' }),
    'storage.entries': () => host.storage({ name: 'entries' }),
  }),
};
