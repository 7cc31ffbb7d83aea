/** `pnpm attack <url> --client-id … --secret-env NAME`: checks whether a backend rejects hostile session tokens. */
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { attack } from './attack.ts';
import type { AttackOptions, ReportOptions } from './options/attack-options.ts';
import { currentFolder } from './options/current-folder.ts';
import { HELP } from './options/help.ts';
import { createProgress } from './progress.ts';
import { writeBaseline } from './report/baseline.ts';
import { formatJson } from './report/json.ts';
import { formatJunit } from './report/junit.ts';
import type { Report } from './report/report.ts';
import { formatText, type Paint } from './report/text.ts';
import { UsageError } from './usage-error.ts';

const EXIT = { passed: 0, failed: 1, void: 2, usage: 3, interrupted: 130 } as const;

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending.signal.aborted) process.exit(EXIT.interrupted);
    ending.abort();
  });
}
// A reader that closes its pipe, such as `head`, does not change the result.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${HELP}\n`);
} else {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof UsageError ? error.message : inspect(error)}\n`);
    process.exitCode = EXIT.usage;
  }
}

async function main(): Promise<number> {
  const progress = createProgress(process.stderr);
  const typedIn = { directory: currentFolder(), environment: process.env };
  const { report, options } = await attack(args, typedIn, { progress, signal: ending.signal });
  progress.clear();
  process.stdout.write(formatText(report, painter(process.stdout)));
  writeReports(report, options);
  if (ending.signal.aborted) return EXIT.interrupted;
  if (report.state === 'void') return EXIT.void;
  if (report.failed && !options.updateBaseline) return EXIT.failed;
  return report.state === 'complete' ? EXIT.passed : EXIT.void;
}

function writeReports(report: Report, options: AttackOptions & ReportOptions): void {
  try {
    if (options.json !== undefined) writeFileSync(options.json, formatJson(report, options, new Date()));
    if (options.junit !== undefined) writeFileSync(options.junit, formatJunit(report));
    // An incomplete run would drop known findings.
    if (options.updateBaseline && report.state === 'complete')
      writeBaseline(options.baseline!, report.findings);
  } catch (error) {
    throw new UsageError(`The report cannot be written: ${(error as Error).message}`);
  }
}

/** Colors for a terminal, unless NO_COLOR is set (no-color.org). */
function painter(out: NodeJS.WriteStream): Paint {
  const isColored = out.isTTY && !process.env.NO_COLOR;
  return (code, text) => (isColored ? `\u001b[${code}m${text}\u001b[0m` : text);
}
