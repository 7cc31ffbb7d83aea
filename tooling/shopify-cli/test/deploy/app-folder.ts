import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cliSettingsFile } from '../../src/cli-settings.ts';

/** Creates a folder with app files, and a home for the CLI's settings. */
export function createAppFolder(files: Record<string, string>) {
  // With a dot in its name, as in `~/my.app`.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'app.folder-')));
  const home = join(root, '.home');
  const env: NodeJS.ProcessEnv = { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: home, APPDATA: home };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    root,
    env,
    write,
    /** Writes the text of the CLI's settings file. */
    writeSettings(text: string) {
      const file = cliSettingsFile('shopify-cli-app', env);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}
