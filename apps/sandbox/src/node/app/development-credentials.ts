import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from '../state-directory.ts';

/** A client id and a secret that sign tokens on this machine only. Shopify knows neither. */
export interface DevelopmentCredentials {
  clientId: string;
  secret: string;
  /** Whether the next start has the same ones. False if they cannot be stored. */
  isStable: boolean;
}

export interface CredentialsOptions {
  /** The app's root folder: each app has its own. */
  folder: string;
  /** The app's real client id, which is public. Default: a random one. */
  clientId?: string | undefined;
  /** Default: this user's folder for the state of programs. */
  directory?: string;
}

/**
 * Returns the app's development credentials, the same at every start, so that the developer's server keeps its
 * settings. The file is readable only by this user; one that others could read is replaced.
 */
export function developmentCredentials({
  folder,
  clientId,
  directory = stateDirectory(),
}: CredentialsOptions) {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const file = join(directory, `${name}.json`);
  const stored = read(file);
  const created = stored ?? create();
  const isStable = stored !== undefined || write(directory, file, created);
  return { ...created, ...(clientId && { clientId }), isStable } satisfies DevelopmentCredentials;
}

const create = () => ({
  clientId: randomBytes(16).toString('hex'),
  secret: `sandbox_${randomBytes(32).toString('hex')}`,
});

function read(file: string): ReturnType<typeof create> | undefined {
  try {
    if (process.platform !== 'win32' && statSync(file).mode & 0o077) return undefined;
    const { clientId, secret } = JSON.parse(readFileSync(file, 'utf8'));
    return /^[0-9a-f]{32}$/.test(clientId) && /^sandbox_[0-9a-f]{64}$/.test(secret)
      ? { clientId, secret }
      : undefined;
  } catch {
    return undefined;
  }
}

function write(directory: string, file: string, credentials: ReturnType<typeof create>): boolean {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    // The mode applies only to new files.
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(credentials), { mode: 0o600, flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
