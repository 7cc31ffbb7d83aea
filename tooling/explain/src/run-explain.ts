import type { Writable } from 'node:stream';
import { explainToken, formatSpecimen, readPastedToken } from '@session-token/token-verify/explain';
import { HELP, parseOptions, UsageError } from './options.ts';
import { type Input, readInput } from './read-input.ts';
import { jsonReport, textReport } from './report.ts';

export interface ExplainProcess {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdin: Input;
  stdout: Writable;
  stderr: Writable;
  /** Returns milliseconds since the epoch. */
  now: () => number;
}

/** The exit codes that the help explains. */
const EXIT = { accepted: 0, rejected: 1, undecided: 2, usage: 2 } as const;

/** Runs the command. Returns its exit code. */
export async function runExplain({ args, env, stdin, stdout, stderr, now }: ExplainProcess): Promise<number> {
  try {
    const { format, at, help } = parseOptions(args);
    if (help) {
      stdout.write(HELP);
      return EXIT.accepted;
    }
    const token = readPastedToken(await readInput(stdin, stderr));
    if (token === '') throw new UsageError('Standard input contains no token.');
    // The server ignores white space around its settings, too.
    const setting = (name: string) => env[name]?.trim() || undefined;
    const explanation = await explainToken(token, {
      clientId: setting('SHOPIFY_API_KEY'),
      secrets: [setting('SHOPIFY_API_SECRET'), setting('SHOPIFY_API_SECRET_PREVIOUS')],
      now: () => at ?? now(),
    });
    if (format === 'specimen') stdout.write(formatSpecimen(explanation.specimen));
    else if (format === 'json') stdout.write(jsonReport(explanation));
    else stdout.write(textReport(explanation, stdout));
    return EXIT[explanation.verdict];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`${error.message}\nAll options: npx -y pnpm explain --help\n`);
    return EXIT.usage;
  }
}
