import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnDemand } from '@session-token/on-demand-install';
import type { Verify } from './in-process/baseline.ts';

const FOLDER = join(import.meta.dirname, 'peers');

/**
 * Installs the peers from npm if they are missing. Their folder is outside the workspace, so that only the benchmarks
 * download them.
 */
export function installPeers(): Promise<void> {
  return installOnDemand(FOLDER, 'the peers (some 75 MB)');
}

interface PeerOptions {
  clientId: string;
  secret: string;
  cacheEntries: number;
}

/** Loads the peers by path at run time, because they are not in the workspace. */
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

/** Returns the versions of the peers. */
export function peerVersions(): Record<string, string> {
  return JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')).dependencies;
}
