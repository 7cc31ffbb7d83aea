import { STORAGE_CHANGE } from '../../contract/worker-contract.ts';
import type { ApiContext } from './api-context.ts';

/**
 * `storage.current`: a signal per key, which every target of the extension shares. A key is loaded when it is first
 * read; until then its value is `undefined`.
 */
export function currentStorage({ call, on, signals }: Pick<ApiContext, 'call' | 'on' | 'signals'>): object {
  const loaded = new Set<string>();
  const pathOf = (key: string) => `storage.current.${key}`;
  on(STORAGE_CHANGE, (entries) => {
    for (const [key, value] of entries as readonly [string, unknown][]) {
      if (loaded.has(key)) signals.update({ [pathOf(key)]: value });
    }
  });
  return new Proxy(
    {},
    {
      get(_, key) {
        if (typeof key !== 'string') return undefined;
        if (!loaded.has(key)) {
          loaded.add(key);
          void call('storage.get', key).then((value) => {
            if (value !== undefined) signals.update({ [pathOf(key)]: value });
          });
        }
        return signals.at(pathOf(key));
      },
    },
  );
}
