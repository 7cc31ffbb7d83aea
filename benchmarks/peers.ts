import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnDemand } from '@session-token/on-demand-install';
import type { Verify } from './in-process/baseline.ts';

const FOLDER = join(import.meta.dirname, 'peers');

/**
 * Fetches the peers from the npm registry when they are not there. Their folder is outside the workspace,
 * so that only who runs the benchmarks pays for it.
 */
export function installPeers(): Promise<void> {
  return installOnDemand(FOLDER, 'the peers (some 75 MB)');
}

interface PeerOptions {
  clientId: string;
  secret: string;
  cacheEntries: number;
}

/** Loaded by its path at run time, since the workspace knows nothing of what it imports. */
export async function loadPeerVerifiers(options: PeerOptions): Promise<Record<string, Verify>> {
  const { createPeerVerifiers } = await import(join(FOLDER, 'verifiers.js'));
  const { ready, ...verifiers } = createPeerVerifiers(options);
  await ready();
  return verifiers;
}

type Autocannon = (options: {
  url: string;
  connections: number;
  /** In seconds. */
  duration: number;
  headers: Record<string, string>;
}) => Promise<{ '2xx': number; non2xx: number; errors: number; duration: number }>;

export async function loadAutocannon(): Promise<Autocannon> {
  return (await import(join(FOLDER, 'autocannon.js'))).default;
}

/** The versions that were measured. */
export function peerVersions(): Record<string, string> {
  return JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')).dependencies;
}
