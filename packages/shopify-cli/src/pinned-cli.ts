import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../pinned');
const ENTRY = join(FOLDER, 'node_modules/@shopify/cli/bin/run.js');
const TIMEOUT_MS = 300_000;

/**
 * The entry module of the pinned Shopify CLI, fetched from the npm registry when it is not there. Its folder
 * is outside the workspace with a lockfile of its own, so that only who uses the CLI pays for it.
 *
 * @throws when it cannot be fetched
 */
export async function bringShopifyCli(): Promise<string> {
  if (isInstalled()) return ENTRY;
  process.stderr.write('Fetching the pinned Shopify CLI, once (some 55 MB) …\n');
  const [command, args] = packageManager();
  await run(command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only']);
  return ENTRY;
}

/** pnpm copies the lockfile that it installed by into the folder that it installed to. */
function isInstalled(): boolean {
  const installed = join(FOLDER, 'node_modules/.pnpm/lock.yaml');
  return (
    existsSync(ENTRY) &&
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

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: FOLDER,
      stdio: ['ignore', process.stderr, process.stderr],
      timeout: TIMEOUT_MS,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the Shopify CLI could not be fetched (${signal ?? `exit code ${code}`})`));
    });
  });
}
