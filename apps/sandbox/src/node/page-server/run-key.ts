import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key of one run of the sandbox, which every request that mints, builds, steers or reads traffic needs. */
export interface RunKey {
  /** 128 random bits, in base64url. */
  key: string;
  /** Accepted: this run's key, and that of the run before, so that an open page survives a restart. */
  accepted: readonly string[];
}

const KEY = /^[\w-]{22}$/;

/**
 * Makes a key and leaves it in `file`, readable by this user alone, for the next run on the same port.
 * A page of an earlier run that is still open reconnects with its key and receives the new one.
 * Without a file, no page survives a restart.
 */
export function createRunKey(file?: string): RunKey {
  const key = randomBytes(16).toString('base64url');
  if (file === undefined) return { key, accepted: [key] };
  const previous = readKey(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    // The mode applies to new files only.
    rmSync(file, { force: true });
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  } catch {
    // A read-only folder costs no more than the survival of open pages.
  }
  return { key, accepted: previous ? [key, previous] : [key] };
}

function readKey(file: string): string | undefined {
  try {
    const key = readFileSync(file, 'utf8');
    return KEY.test(key) ? key : undefined;
  } catch {
    return undefined;
  }
}
