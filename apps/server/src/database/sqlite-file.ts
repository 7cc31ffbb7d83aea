import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseStartError } from './adapter.ts';

const IN_MEMORY = ':memory:';
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Thrown if the database file was moved, deleted or replaced: writes would be lost. */
export class DatabaseFileMovedError extends Error {
  override readonly name = 'DatabaseFileMovedError';

  constructor(path: string) {
    super(`the database file ${path} was moved, deleted or replaced: put it back, or restart the server`);
  }
}

/**
 * Creates a missing file and its folders, readable only by this user. SQLite gives `-wal` and `-shm` the mode of the
 * database. Existing files and folders keep their mode.
 *
 * Returns a check that the file is still in place.
 *
 * @throws {DatabaseStartError}
 */
export function prepareFile(path: string): () => void {
  if (path === IN_MEMORY) return () => {};
  explainErrors(path, () => mkdirSync(dirname(path), { recursive: true, mode: FOLDER_MODE }));
  explainErrors(path, () => closeSync(openSync(path, 'a+', FILE_MODE)));
  const { dev, ino } = statSync(path);
  return () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.ino !== ino || found.dev !== dev) throw new DatabaseFileMovedError(path);
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission: the file and its folder must be readable and writable',
  EPERM: 'this user has no permission: the file and its folder must be readable and writable',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder: name a file in it',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENOSPC: 'the disk is full',
};

function explainErrors(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw startError(path, REASONS[code] ?? message, error);
  }
}

/** SQLite result codes (sqlite.org/rescode.html) for a file that exists but cannot be used. */
const SQLITE_REASONS: Readonly<Record<number, string>> = {
  8: 'it cannot be written: the file and its folder must be writable by this user',
  11: 'the database is damaged: restore a backup',
  14: 'SQLite cannot create its -wal file: the folder must be writable by this user',
  26: 'it is not a SQLite database',
};

/** Explains why SQLite could not open the file. */
export function explainSqliteError(path: string, error: unknown): DatabaseStartError {
  const { errcode = 0, message } = error as Error & { errcode?: number };
  return startError(path, SQLITE_REASONS[errcode & 0xff] ?? message, error);
}

function startError(path: string, reason: string, cause: unknown): DatabaseStartError {
  return new DatabaseStartError(`cannot open the database ${resolve(path)}: ${reason} (see DATABASE_URL)`, {
    cause,
  });
}
