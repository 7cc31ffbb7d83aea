import type { CreateMembers } from './api-context.ts';
import { currentStorage } from './current-storage.ts';

/** "Storage API", 2026-07: 100 entries, about 1 KB per key and 1 MB per value. */
const MAX_ENTRIES = 100;
const MAX_KEY_LENGTH = 1024;
const MAX_VALUE_LENGTH = 1024 * 1024;

type StorageErrorCode = 'RecordsCount' | 'RecordSize' | 'KeyType' | 'KeySize';

class StorageError extends Error {
  override name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The storage of POS. Its errors are thrown in the worker: a port drops their codes. */
export const createPosStorage: CreateMembers = ({ call, ...context }) => ({
  'storage.current': currentStorage({ call, ...context }),
  async 'storage.get'(key: unknown) {
    return call('storage.get', checkedKey(key));
  },
  async 'storage.set'(key: unknown, value: unknown) {
    const checked = checkedKey(key);
    const text = JSON.stringify(value);
    if ((text?.length ?? 0) > MAX_VALUE_LENGTH) {
      throw new StorageError('RecordSize', `A value may have ${MAX_VALUE_LENGTH} bytes of JSON.`);
    }
    const entries = (await call('storage.entries')) as [string, unknown][];
    if (entries.length >= MAX_ENTRIES && !entries.some(([known]) => known === checked)) {
      throw new StorageError('RecordsCount', `An extension may store ${MAX_ENTRIES} entries.`);
    }
    // As JSON: functions and dates do not survive.
    await call('storage.set', checked, text === undefined ? undefined : JSON.parse(text));
  },
  async 'storage.delete'(key: unknown) {
    return call('storage.delete', checkedKey(key));
  },
});

function checkedKey(key: unknown): string {
  if (typeof key !== 'string') throw new StorageError('KeyType', 'A key must be a string.');
  if (key.length > MAX_KEY_LENGTH)
    throw new StorageError('KeySize', `A key may have ${MAX_KEY_LENGTH} characters.`);
  return key;
}
