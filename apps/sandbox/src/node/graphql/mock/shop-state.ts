import type { Fields } from './record-context.ts';

/** Maximum number of objects that one page's mutations can change. */
const MAX_OBJECTS = 1000;

export interface MetafieldKey {
  ownerId: string;
  namespace: string;
  key: string;
}

/** What the mutations of one page have written: it stays until the page is reloaded or the sandbox stops. */
export function createShopState() {
  const objects = new Map<string, Fields>();
  const metafields = new Map<string, Fields>();
  const keyOf = ({ ownerId, namespace, key }: MetafieldKey) => JSON.stringify([ownerId, namespace, key]);

  function bound(map: Map<string, unknown>): void {
    if (map.size > MAX_OBJECTS) map.delete(map.keys().next().value!);
  }

  return {
    written: (id: string): Fields | undefined => objects.get(id),
    write(id: string, fields: Fields): void {
      objects.set(id, { ...objects.get(id), ...fields });
      bound(objects);
    },
    metafield: (key: MetafieldKey): Fields | undefined => metafields.get(keyOf(key)),
    metafieldsOf: (ownerId: string): Fields[] =>
      [...metafields.values()].filter((metafield) => metafield.ownerId === ownerId),
    setMetafield(key: MetafieldKey, fields: Fields): void {
      metafields.set(keyOf(key), { ...metafields.get(keyOf(key)), ...fields, ...key });
      bound(metafields);
    },
    deleteMetafield: (key: MetafieldKey): boolean => metafields.delete(keyOf(key)),
  };
}

export type ShopState = ReturnType<typeof createShopState>;
