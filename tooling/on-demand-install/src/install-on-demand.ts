import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUntilStalled } from './run-until-stalled.ts';

/**
 * Installs the dependencies of `folder` when they are not there, or not those of its lockfile. Such a folder has a
 * lockfile and a `pnpm-workspace.yaml` of its own, which keeps it outside the workspace: only who uses `what` pays
 * for it. `what` is for people, with its size: `the Shopify CLI (some 55 MB)`.
 *
 * @throws when pnpm fails, or prints nothing for a minute
 */
export async function installOnDemand(folder: string, what: string): Promise<void> {
  if (isInstalled(folder)) return;
  process.stderr.write(`Fetching ${what}, once …\n`);
  const [command, args] = packageManager();
  await runUntilStalled(command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: folder,
    stallMs: 60_000,
    onOutput: (chunk) => process.stderr.write(chunk),
  });
}

/** pnpm copies the lockfile that it installed by into the folder that it installed to. */
function isInstalled(folder: string): boolean {
  const installed = join(folder, 'node_modules/.pnpm/lock.yaml');
  return (
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(join(folder, 'pnpm-lock.yaml'), 'utf8')
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
