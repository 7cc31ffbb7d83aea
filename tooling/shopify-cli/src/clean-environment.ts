import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cliSettingsFile } from './cli-settings.ts';

/**
 * Returns a clean environment for the CLI: no login, no variable except PATH, and a new home in `folder`.
 *
 * The home says that the CLI has just looked for a newer version of itself. It looks once a day, and without a network the
 * failed request makes a successful build exit with 1 (CLI 4.8.2).
 */
export function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const home = join(folder, '.home');
  const settings = join(home, 'settings');
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: settings,
    APPDATA: settings,
    SHOPIFY_CLI_NO_ANALYTICS: '1',
  };
  const file = cliSettingsFile('shopify-cli-kit', env);
  const looked = { 'npm-package-@shopify/cli': { value: '0.0.0', timestamp: Date.now() } };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ cache: looked }));
  return env;
}
