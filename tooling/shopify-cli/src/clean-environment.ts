import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The environment of a CLI run that nothing of the developer's has a part in: no log-in, no variable but
 * the PATH, and a home of its own in `folder`.
 *
 * In that home the CLI has just looked for a newer version of itself. It looks once a day, and where the
 * network is cut off the failed look-up ends a build that has succeeded with exit code 1 (CLI 4.8.2).
 */
export function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const home = join(folder, '.home');
  const settings = join(home, 'settings');
  // Linux and Windows take the folder from a variable, macOS from the home.
  for (const parent of [settings, join(home, 'Library/Preferences')]) {
    const store = join(parent, 'shopify-cli-kit-nodejs', ...(process.platform === 'win32' ? ['Config'] : []));
    mkdirSync(store, { recursive: true });
    const looked = { 'npm-package-@shopify/cli': { value: '0.0.0', timestamp: Date.now() } };
    writeFileSync(join(store, 'config.json'), JSON.stringify({ cache: looked }));
  }
  return {
    PATH: process.env.PATH,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: settings,
    APPDATA: settings,
    SHOPIFY_CLI_NO_ANALYTICS: '1',
  };
}
