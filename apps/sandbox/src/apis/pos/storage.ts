import type { Api } from '../api.ts';

export const posStorage: Api = {
  host: {
    'storage.get': (page, key: string) => page.storage({ name: 'read', key }) ?? undefined,
    'storage.set': (page, key: string, value: unknown) => page.storage({ name: 'write', key, value }),
    'storage.delete': (page, key: string) => page.storage({ name: 'delete', key }),
    'storage.clear': (page) => page.storage({ name: 'clear' }),
    'storage.entries': (page) => page.storage({ name: 'entries' }),
  },
};
