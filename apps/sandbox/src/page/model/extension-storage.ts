import type { StorageOperation } from '../../contract/worker-contract.ts';

/** `shopify.storage` of every extension, for as long as the page is open. */
export function createExtensionStorage() {
  const stores = new Map<string, Map<string, unknown>>();
  return function operate(extensionId: string, operation: StorageOperation): unknown {
    const store = stores.get(extensionId) ?? new Map<string, unknown>();
    stores.set(extensionId, store);
    switch (operation.name) {
      case 'read':
        return store.get(operation.key) ?? null;
      case 'write':
        return void store.set(operation.key, operation.value);
      case 'delete':
        return store.delete(operation.key);
      case 'clear':
        return store.clear();
      case 'entries':
        return [...store];
    }
  };
}
