import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key of one run. Requests that mint, build, control the proxy or read traffic need it. */
export interface RunKey {
  /** 128 random bits, in base64url. */
  key: string;
  /** Accepts this run's key and the previous run's, so that an open page survives a restart. */
  accepted: readonly string[];
}

const KEY = /^[\w-]{22}$/;

/**
 * Creates a key and stores it in `file` for the next run on the same port, readable only by this user.
 * An open page of an earlier run reconnects with its key and receives the new one.
 * Without a file, no page survives a restart.
 */
export function createRunKey(file?: string): RunKey {
  const key = randomBytes(16).toString('base64url');
  if (file === undefined) return { key, accepted: [key] };
  const previous = readKey(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    // The mode applies only to new files.
    rmSync(file, { force: true });
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  } catch {
    // In a read-only folder, open pages just do not survive a restart.
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
