import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runShopifyCli } from '../run-cli.ts';

/**
 * `shopify app build` in `root`, with these variables and the ones that a process needs, in a home of its
 * own: what the developer is logged in to, or has set, has no part in it. @throws when the build fails
 */
export async function buildWithCli(root: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const exitCode = await runShopifyCli(['app', 'build', '--config', 'ci', '--no-color'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      CI: '1',
      SHOPIFY_CLI_NO_ANALYTICS: '1',
      ...offlineHome(root),
      ...variables,
    },
  });
  if (exitCode !== 0) throw new Error(`shopify app build ended with exit code ${exitCode}`);
}

/**
 * A home in which the CLI has just looked for a newer version of itself. It looks once a day, and where the
 * network is cut off the failed look-up ends a build that has succeeded with exit code 1 (CLI 4.8.2).
 */
function offlineHome(root: string): Record<string, string> {
  const home = join(root, '.home');
  const settings = join(home, 'settings');
  // Linux and Windows take the folder from a variable, macOS from the home.
  for (const folder of [settings, join(home, 'Library/Preferences')]) {
    const store = join(folder, 'shopify-cli-kit-nodejs', ...(process.platform === 'win32' ? ['Config'] : []));
    mkdirSync(store, { recursive: true });
    const looked = { 'npm-package-@shopify/cli': { value: '0.0.0', timestamp: Date.now() } };
    writeFileSync(join(store, 'config.json'), JSON.stringify({ cache: looked }));
  }
  return { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: settings, APPDATA: settings };
}
