import { installation } from '#installation';
import { DEFAULT_PORT } from '../http/listen.ts';
import { SetupError } from '../setup-error.ts';
import {
  parseOptions,
  readSandboxOptions,
  SANDBOX_HELP,
  SANDBOX_OPTIONS,
  type SandboxOptions,
  type TypedIn,
} from './sandbox-options.ts';

export interface CommandLine extends SandboxOptions {
  /** The page's port; 0 for any free one. Default 4100. */
  port: number;
}

const USAGE = `Usage: ${installation.commands.start} [--port 4100] [--extension <folder>]… [--scene <file>] [--env NAME[=value]]… [--api <origin>] [--api-host <host>]… [--allow-host <host>]…`;

export const HELP = `${USAGE}

${SANDBOX_HELP}
  --port <number>        Port of the page, 0 for any free one. Default: 4100.

  ${installation.commands.more}`;

/** @throws SetupError if the arguments are wrong, or name no extension that can run */
export async function parseCommandLine(
  args: string[],
  typedIn: TypedIn = { directory: process.cwd(), environment: process.env },
): Promise<CommandLine> {
  const { port: portText, ...given } = parseOptions(
    args,
    { ...SANDBOX_OPTIONS, port: { type: 'string' } },
    USAGE,
  );
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(`--port takes a number from 0 (any free one) to 65535. ${USAGE}`);
  }
  return { port, ...(await readSandboxOptions(given, typedIn, USAGE)) };
}
