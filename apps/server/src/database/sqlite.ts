import { sql } from 'kysely';
import type { DatabaseAdapter, Failure } from './adapter.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { DatabaseFileMovedError, explainSqliteError, prepareFile } from './sqlite-file.ts';

/**
 * Milliseconds that a statement waits while another process writes to the same file. Short, because waiting blocks
 * the event loop. A transaction takes a few milliseconds.
 */
const BUSY_TIMEOUT_MS = 1_000;

/**
 * Opens a SQLite file and creates it if missing. `:memory:` opens a database that ends with the process.
 *
 * @throws {DatabaseStartError} if the file cannot be opened or is not a database
 */
export function openSqlite(path: string): DatabaseAdapter {
  const assertInPlace = prepareFile(path);
  // Loaded late: on an old Node an import would fail before the server can report the required version.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(path, {
    open: false,
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
  });
  try {
    database.open();
    retryWhileBusy(() => database.exec('pragma journal_mode = wal')); // readers and the writer do not wait for each other
    database.exec('pragma synchronous = full'); // acknowledged writes survive a power cut
    database.exec('pragma secure_delete = on'); // zeroes deleted data in the file, but not in the write-ahead log
  } catch (error) {
    throw explainSqliteError(path, error);
  }
  return {
    dialect: new NodeSqliteDialect(database, { beforeWrite: assertInPlace }),
    readsInTransaction: false,
    // Every transaction holds the write lock, which keeps other processes out.
    lockMigrations: async () => {},
    tryLock: async () => true,
    lock: async () => {},
    assertWritable: async () => assertInPlace(),
    // A new table needs a new page. On a full disk, an update of a row may still succeed.
    async writeNothing(db) {
      await db.transaction().execute(async (transaction) => {
        await sql`create table write_probe (id integer)`.execute(transaction);
        await sql`drop table write_probe`.execute(transaction);
      });
    },
    async purgeDeleted(db) {
      const checkpoint = sql<{ busy: number }>`pragma wal_checkpoint(truncate)`;
      return (await checkpoint.execute(db)).rows[0]?.busy === 0;
    },
    classify,
  };
}

const SQLITE_BUSY = 5;

/**
 * Retries the change to WAL, which fails without waiting if two servers make it at once on a new file, because they
 * would wait for each other (sqlite.org/c3ref/busy_handler.html).
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
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // sleeps 5 ms; the server does not listen yet
    }
  }
}

/**
 * Primary result codes (sqlite.org/rescode.html) for a busy, full, read-only, unreadable or missing file, and for too
 * little memory.
 */
const UNAVAILABLE = new Set([3, 5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);
const SQLITE_CORRUPT = 11;
const SQLITE_MISMATCH = 20;

function classify(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof DatabaseFileMovedError) return { kind: 'unavailable', code: 'file moved' };
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code === 'ERR_INVALID_STATE') return { kind: 'unavailable', code }; // closed: the server is stopping
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return undefined;
  const primary = errcode & 0xff;
  if (!UNAVAILABLE.has(primary))
    return { kind: 'rejected', code: `sqlite ${errcode}`, isAboutData: primary === SQLITE_MISMATCH };
  const startProblem = primary === SQLITE_CORRUPT && 'the database file is damaged: restore a backup';
  return { kind: 'unavailable', code: `sqlite ${errcode}`, ...(startProblem && { startProblem }) };
}
