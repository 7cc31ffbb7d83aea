import type { Api } from '../api.ts';

export const storage: Api = {
  create: ({ host }) => ({
    'storage.read': (key: string) => host.storage({ name: 'read', key }),
    'storage.write': (key: string, value: unknown) => host.storage({ name: 'write', key, value }),
    'storage.delete': (key: string) => host.storage({ name: 'delete', key }),
  }),
};
