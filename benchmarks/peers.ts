import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verify } from './in-process/floor.ts';

const FOLDER = join(import.meta.dirname, 'peers');

/**
 * Fetches the peers from the npm registry when they are not there (some 75 MB). Their folder is outside
 * the workspace with a lockfile of its own, so that only who runs the benchmarks pays for it.
 */
export async function installPeers(): Promise<void> {
  if (isInstalled()) return;
  process.stderr.write('Fetching the peers, once (some 75 MB) …\n');
  const [command, args] = packageManager();
  const child = spawn(command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: FOLDER,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Error(`the peers could not be fetched (exit code ${code})`);
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

/** The versions that were measured. */
export function peerVersions(): Record<string, string> {
  return JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')).dependencies;
}

/** pnpm copies the lockfile that it installed by into the folder that it installed to. */
function isInstalled(): boolean {
  const installed = join(FOLDER, 'node_modules/.pnpm/lock.yaml');
  return (
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(join(FOLDER, 'pnpm-lock.yaml'), 'utf8')
  );
}

/** The pnpm that runs this script; without one, the first on the PATH. */
function packageManager(): [command: string, args: string[]] {
  const { npm_execpath: script, npm_config_user_agent: agent } = process.env;
  if (script && agent?.startsWith('pnpm/')) {
    return /\.[cm]?js$/.test(script) ? [process.execPath, [script]] : [script, []];
  }
  return ['pnpm', []];
}
