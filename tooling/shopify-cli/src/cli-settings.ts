import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the file in which the Shopify CLI keeps the settings of one of its packages, such as `shopify-cli-app`. */
export function cliSettingsFile(project: string, env: NodeJS.ProcessEnv): string {
  const home = env.HOME || env.USERPROFILE || homedir();
  const folder = `${project}-nodejs`;
  if (process.platform === 'darwin') return join(home, 'Library/Preferences', folder, 'config.json');
  if (process.platform === 'win32') {
    return join(env.APPDATA || join(home, 'AppData/Roaming'), folder, 'Config/config.json');
  }
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), folder, 'config.json');
}
