import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findExtensions } from '@session-token/extension-bundler';
import { DEFAULT_PORT } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';

export interface CommandLine {
  /** The page's port; 0 for any free one. Default 4100. */
  port: number;
  /** The folders of the extensions to run. Default: all in this repository. */
  extensionDirectories: readonly string[];
}

export const USAGE = 'Usage: npx -y pnpm start [--port 4100] [--extension apps/my-extension]…';

const ROOT = join(import.meta.dirname, '../../../../..');

export function parseCommandLine(args: string[]): CommandLine {
  const { port: portText, extension } = parse(args);
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(`--port takes a number from 0 (any free one) to 65535. ${USAGE}`);
  }
  const missing = extension?.find((directory) => !existsSync(directory));
  if (missing !== undefined) throw new SetupError(`The folder ${missing} does not exist. ${USAGE}`);
  const own = () => findExtensions(ROOT).map((directory) => join(ROOT, directory));
  return { port, extensionDirectories: extension ?? own() };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      // pnpm passes on the `--` of `pnpm start -- --port 4200`.
      args: args.filter((arg) => arg !== '--'),
      options: { port: { type: 'string' }, extension: { type: 'string', multiple: true } },
    });
    return values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. ${USAGE}`);
  }
}
