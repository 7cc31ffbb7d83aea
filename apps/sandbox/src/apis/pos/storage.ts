import { STORAGE_CHANGE } from '../../contract/worker-contract.ts';
import type { Api } from '../api.ts';

/** The extension's storage, which all of its targets share. The worker checks keys and sizes. */
export const posStorage: Api = {
  host: {
    'storage.get': (page, key: string) => page.storage({ name: 'read', key }) ?? undefined,
    'storage.set'(page, key: string, value: unknown) {
      page.storage({ name: 'write', key, value });
      page.emit(STORAGE_CHANGE, [[key, value]]);
    },
    'storage.delete'(page, key: string) {
      const isDeleted = page.storage({ name: 'delete', key });
      page.emit(STORAGE_CHANGE, [[key, undefined]]);
      return isDeleted;
    },
    'storage.clear'(page) {
      const entries = page.storage({ name: 'entries' }) as readonly [string, unknown][];
      page.storage({ name: 'clear' });
      page.emit(
        STORAGE_CHANGE,
        entries.map(([key]) => [key, undefined]),
      );
    },
    'storage.entries': (page) => page.storage({ name: 'entries' }),
  },
};
