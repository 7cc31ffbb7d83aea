import { parseArgs } from 'node:util';

/** A mistake of the person who typed the command. Its message contains no argument. */
export class UsageError extends Error {}

export interface Options {
  format: 'text' | 'json' | 'specimen';
  /** Milliseconds since the epoch. Default: the current time. */
  at?: number;
  help: boolean;
}

export const HELP = `Usage: npx -y pnpm explain [options]

Reads a session token from standard input, and explains which of the server's checks it passes or fails.

  pbpaste | npx -y pnpm explain          on macOS; xclip -o or wl-paste on Linux, Get-Clipboard on Windows
  npx -y pnpm explain                    asks for the token

The text may be the token alone, "Bearer …", or an Authorization header. Nothing is sent or stored.

  --specimen       Prints only the specimen: shapes and lengths without any values, to paste into an issue.
  --json           Prints the checks and the specimen as JSON. The checks contain values of claims.
  --at <time>      Compares the token's times with this time, such as 2026-01-15T12:00:00Z. Default: now.
  --help           Prints this text.

Environment:

  SHOPIFY_API_KEY                The app's client id. Without it, the audience is not checked.
  SHOPIFY_API_SECRET             The app's client secret. Without it, the signature is not checked.
  SHOPIFY_API_SECRET_PREVIOUS    The secret before a rotation, if it is still accepted.

Exit codes: 0 accepted. 1 rejected. 2 undecided because a check could not be made, or wrong usage.
`;

const HISTORY =
  "A token on the command line ends up in the shell's history and in the list of processes. " +
  'Pipe it into the command instead: pbpaste | npx -y pnpm explain';

/** @throws {UsageError} if the arguments are wrong */
export function parseOptions(given: readonly string[]): Options {
  const args = given.filter((argument) => argument !== '--'); // pnpm passes it on
  const { values, positionals, tokens } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      specimen: { type: 'boolean' },
      at: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (positionals.length > 0) throw new UsageError(HISTORY);
  for (const token of tokens) if (token.kind === 'option') assertOption(token.name, token.value);
  if (values.json && values.specimen) throw new UsageError('Choose --json or --specimen, not both.');
  return {
    format: values.json ? 'json' : values.specimen ? 'specimen' : 'text',
    help: values.help === true,
    ...(typeof values.at === 'string' && { at: parseTime(values.at) }),
  };
}

const FLAGS = ['json', 'specimen', 'help'];

function assertOption(name: string, value: string | undefined): void {
  if (name === 'at' && value) return;
  if (name === 'at') throw new UsageError('--at needs a time, such as 2026-01-15T12:00:00Z.');
  if (!FLAGS.includes(name)) throw new UsageError(`Unknown option. ${HISTORY}`);
  if (value !== undefined) throw new UsageError(`--${name} takes no value. ${HISTORY}`);
}

/** A date and time with a time zone: without one, it would depend on the machine. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

function parseTime(text: string): number {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError('--at needs a time, such as 2026-01-15T12:00:00Z.');
  return time;
}
