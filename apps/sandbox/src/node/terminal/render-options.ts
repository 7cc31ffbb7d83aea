import { resolve } from 'node:path';
import { installation } from '#installation';
import type { UrlState } from '../../contract/url-state.ts';
import { type Expectation, parseExpectation } from '../render/expectations.ts';
import { SetupError } from '../setup-error.ts';
import { CONTROL_HELP, CONTROL_OPTIONS, readControls } from './control-options.ts';
import {
  parseOptions,
  readSandboxOptions,
  SANDBOX_HELP,
  SANDBOX_OPTIONS,
  type SandboxOptions,
  type TypedIn,
} from './sandbox-options.ts';

export interface RenderOptions extends SandboxOptions {
  controls: UrlState;
  /** Default: none, and the run must not fail. */
  expected: readonly Expectation[];
  /** Absolute path of the picture. Default: none. */
  screenshot?: string;
  /** Absolute path of the report. Default: standard output. */
  json?: string;
  /** Whether to print the credentials for the developer's own server, and render nothing. */
  credentials: boolean;
  /** How long the extension may take to render and settle. */
  timeoutMs: number;
  /** How long no request may be pending before the run is over. */
  quietMs: number;
}

const COMMAND = installation.commands.render;

const USAGE = `Usage: ${COMMAND} [--extension <folder>] [--target <target>] [--customer 42] [--fault <name>] [--expect verified]… [--screenshot out.png]. All options: ${COMMAND} --help`;

const DEFAULT_TIMEOUT_SECONDS = 30;
const MAX_TIMEOUT_SECONDS = 600;
const DEFAULT_QUIET_MS = 500;

export const RENDER_HELP = `Usage: ${COMMAND} [options]

Renders a target in a browser without a window, prints a report as JSON, and sets the exit code.

  --expect <what>        verified, rejected, a code such as expired, another outcome (answered, unreachable,
                         refused, blocked, no-network, no-token, waiting), text:<part of a text> or
                         error:<part of a message>. Repeat it for several. Default: the extension throws no
                         error, and its requests do not fail.
  --json <file>          Writes the report there. Default: standard output.
  --screenshot <file>    Takes a picture of the page, as PNG.
  --timeout <seconds>    How long the extension may take to render and settle. Default: ${DEFAULT_TIMEOUT_SECONDS}.
  --quiet-ms <ms>        How long no request may be pending before the run is over. Default: ${DEFAULT_QUIET_MS}.
  --credentials          Prints the SHOPIFY_API_KEY and SHOPIFY_API_SECRET for your own server (--api), and exits.
  --no-browser           Makes one round trip over plain HTTP instead, without an extension.

${SANDBOX_HELP}

Controls of the page:

${CONTROL_HELP}

Exit codes: 0 as expected. 1 not as expected. 2 a browser withholds the response from the extension (CORS),
            and no --expect asked for it. 3 wrong usage, or something does not start or build.`;

const OWN_OPTIONS = {
  expect: { type: 'string', multiple: true },
  json: { type: 'string' },
  screenshot: { type: 'string' },
  timeout: { type: 'string' },
  'quiet-ms': { type: 'string' },
  credentials: { type: 'boolean' },
} as const;

/** @throws SetupError if the arguments are wrong, or name no extension that can run */
export async function parseRenderOptions(args: readonly string[], typedIn: TypedIn): Promise<RenderOptions> {
  const values = parseOptions(args, { ...CONTROL_OPTIONS, ...SANDBOX_OPTIONS, ...OWN_OPTIONS }, USAGE);
  const { expect = [], json, screenshot, timeout, 'quiet-ms': quiet, credentials = false } = values;
  const controls = readControls(values, USAGE);
  const expected = expect.map((written) => parseExpectation(written, USAGE));
  const seconds = readNumber('--timeout', timeout, {
    default: DEFAULT_TIMEOUT_SECONDS,
    max: MAX_TIMEOUT_SECONDS,
  });
  const quietMs = readNumber('--quiet-ms', quiet, { default: DEFAULT_QUIET_MS, max: seconds * 1000 });
  if (screenshot !== undefined && !/\.png$/i.test(screenshot)) {
    throw new SetupError(`--screenshot takes a file that ends in .png. ${USAGE}`);
  }
  return {
    controls,
    credentials,
    expected,
    timeoutMs: seconds * 1000,
    quietMs,
    ...(screenshot !== undefined && { screenshot: resolve(typedIn.directory, screenshot) }),
    ...(json !== undefined && { json: resolve(typedIn.directory, json) }),
    ...(await readSandboxOptions(values, typedIn, USAGE)),
  };
}

function readNumber(
  name: string,
  text: string | undefined,
  limits: { default: number; max: number },
): number {
  const value = text === undefined ? limits.default : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= limits.max) return value;
  throw new SetupError(`${name} takes a whole number from 1 to ${limits.max}. ${USAGE}`);
}
