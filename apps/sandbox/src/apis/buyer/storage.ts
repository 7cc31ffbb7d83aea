import type { Api } from '../api.ts';

export const storage: Api = {
  host: {
    'storage.read': (page, key: string) => page.storage({ name: 'read', key }),
    'storage.write': (page, key: string, value: unknown) => page.storage({ name: 'write', key, value }),
    'storage.delete': (page, key: string) => page.storage({ name: 'delete', key }),
  },
};
