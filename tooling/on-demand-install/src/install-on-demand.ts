import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runUntilStalled } from './run-until-stalled.ts';

/**
 * Installs the dependencies of `folder` unless they match its lockfile. The folder has its own lockfile and
 * `pnpm-workspace.yaml`, which keep it outside the workspace, so the dependencies are only downloaded on first use.
 * `what` describes them in the message, such as `the Shopify CLI (about 55 MB)`.
 *
 * @throws if pnpm fails, or prints nothing for a minute
 */
export async function installOnDemand(folder: string, what: string): Promise<void> {
  if (isInstalled(folder)) return;
  process.stderr.write(`Downloading ${what}, once …\n`);
  const [command, args] = packageManager();
  await runUntilStalled(command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: folder,
    stallMs: 60_000,
    onOutput: (chunk) => process.stderr.write(chunk),
  });
}

/** pnpm copies the lockfile that it installed from into `node_modules/.pnpm`. */
function isInstalled(folder: string): boolean {
  const installed = join(folder, 'node_modules/.pnpm/lock.yaml');
  return (
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(join(folder, 'pnpm-lock.yaml'), 'utf8')
  );
}

/** Returns the pnpm that runs this script, or else the first on the PATH. */
function packageManager(): [command: string, args: string[]] {
  const { npm_execpath: script, npm_config_user_agent: agent } = process.env;
  if (script && agent?.startsWith('pnpm/')) {
    return /\.[cm]?js$/.test(script) ? [process.execPath, [script]] : [script, []];
  }
  return ['pnpm', []];
}
