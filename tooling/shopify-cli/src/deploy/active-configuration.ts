import { existsSync, readFileSync } from 'node:fs';
import { cliSettingsFile } from '../cli-settings.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Returns the configuration file that `app config use` or `app config link` chose for the app in `root`, from the CLI's
 * settings, or `undefined`.
 *
 * @throws {UsageError} if the CLI's settings cannot be read
 */
export function findActiveConfiguration(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const file = cliSettingsFile('shopify-cli-app', env);
  if (!existsSync(file)) return undefined;
  const configFile = memberAt(readSettings(file), root.replaceAll('\\', '/'))?.configFile;
  return typeof configFile === 'string' && configFile ? configFile : undefined;
}

type Settings = Readonly<Record<string, unknown>>;

/** Reads a setting by its key, here the app's folder. The CLI's settings library treats dots in a key as nesting. */
function memberAt(settings: Settings, key: string): Settings | undefined {
  let value: unknown = settings;
  for (const part of key.split('.')) value = isTable(value) ? value[part] : undefined;
  return isTable(value) ? value : undefined;
}

const isTable = (value: unknown): value is Settings => typeof value === 'object' && value !== null;

function readSettings(file: string): Settings {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(
      `${file} cannot be read, so the active configuration is unknown. Name one: --config <name>`,
    );
  }
}
