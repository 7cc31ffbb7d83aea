import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SetupError } from './setup-error.ts';

export interface CommandLine {
  /** Where the page is served. 0: any free port. Default 4100. */
  port: number;
  /** Where the extension reaches the app's server, through the recording proxy: the next port, or any for 0. */
  apiPort: number;
  /** The folder of the extension to run. Default: the checkout extension of this repository. */
  extensionDirectory: string;
}

export const DEFAULT_PORT = 4100;

const USAGE = 'Usage: pnpm start [--port 4100] [--extension apps/checkout-extension]';

export function parseCommandLine(args: string[]): CommandLine {
  const { port: portText, extension } = parse(args);
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_534) {
    throw new SetupError(`--port takes a number from 0 (any free one) to 65534. ${USAGE}`);
  }
  return {
    port,
    apiPort: port === 0 ? 0 : port + 1,
    extensionDirectory: extension ?? fileURLToPath(new URL('../../../checkout-extension', import.meta.url)),
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      // pnpm hands on the `--` of `pnpm start -- --port 4200`.
      args: args.filter((arg) => arg !== '--'),
      options: { port: { type: 'string' }, extension: { type: 'string' } },
    });
    return values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}. ${USAGE}`);
  }
}
