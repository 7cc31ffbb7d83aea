import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseAdapter, Failure } from './adapter.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';

/**
 * How long a statement waits for another process that writes to the same file, in milliseconds. The wait
 * blocks the event loop, so it is short; a transaction here takes a few.
 */
const BUSY_TIMEOUT_MS = 1_000;

/**
 * Opens a SQLite file, which is created, folder included, when there is none; `:memory:` for one that
 * ends with the process. @throws when the file cannot be opened or is no database
 */
export function openSqlite(path: string): DatabaseAdapter {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  // Not imported: a Node without it could then not even say that it is too old.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  retryWhileBusy(() => database.exec('pragma journal_mode = wal')); // readers and the writer do not wait for each other
  database.exec('pragma synchronous = full'); // what was answered survives a power cut
  return {
    dialect: new NodeSqliteDialect(database),
    // The write lock that every transaction holds is that lock already.
    tryLock: async () => true,
    classify,
  };
}

const SQLITE_BUSY = 5;

/**
 * Two servers that start at once on a new file both change it to WAL. One that would wait for the other while it
 * holds a lock itself is refused without the wait (sqlite.org/c3ref/busy_handler.html), and has to come again.
 */
function retryWhileBusy(change: () => void): void {
  const deadlineMs = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      change();
      return;
    } catch (error) {
      const { errcode = 0 } = error as { errcode?: number };
      if ((errcode & 0xff) !== SQLITE_BUSY || performance.now() > deadlineMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // sleeps 5 ms; nothing is served yet
    }
  }
}

/** Primary result codes (sqlite.org/rescode.html) of a file that is busy, full, unreadable or gone. */
const UNAVAILABLE = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

function classify(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code === 'ERR_INVALID_STATE') return { kind: 'unavailable', code }; // closed: the server is stopping
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return undefined;
  const primary = errcode & 0xff;
  return { kind: UNAVAILABLE.has(primary) ? 'unavailable' : 'rejected', code: `sqlite ${errcode}` };
}
