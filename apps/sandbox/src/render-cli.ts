/**
 * `pnpm render --target purchase.checkout.block.render --expect verified`: renders a target in a browser without a
 * window, prints a report as JSON, and exits by what was expected. `pnpm roundtrip` is the same without a browser. The
 * usage explains the exit codes.
 */
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { installation } from '#installation';
import type { Report, RoundTripReport } from './contract/report.ts';
import { isTokenFault, TOKEN_FAULT_TEXTS } from './contract/token-faults.ts';
import { credentialsOf } from './node/app/app-credentials.ts';
import { findApps } from './node/app/find-apps.ts';
import { DEFAULT_PORT, LOOPBACK } from './node/http/listen.ts';
import { rejectOn, renderTarget } from './node/render/render.ts';
import { renderRoundTrip } from './node/render/render-round-trip.ts';
import { printSummary } from './node/render/summary.ts';
import { SetupError } from './node/setup-error.ts';
import { assertSafeEnvironment } from './node/terminal/assert-safe-environment.ts';
import { currentFolder } from './node/terminal/current-folder.ts';
import { EXIT } from './node/terminal/exit-codes.ts';
import { asksForHelp } from './node/terminal/help.ts';
import { watchParents } from './node/terminal/parent-processes.ts';
import { createProgress } from './node/terminal/progress.ts';
import { parseRenderOptions, RENDER_HELP, type RenderOptions } from './node/terminal/render-options.ts';
import { parseRoundTripOptions, ROUND_TRIP_USAGE } from './node/terminal/round-trip-options.ts';

/** Standard output is for the report alone. */
const progress = createProgress(process.stderr);

/** As shells do for Ctrl-C. */
const EXIT_INTERRUPTED = 130;
const ending = new AbortController();

/** Stops everything; a second signal exits immediately. */
function end(): void {
  if (ending.signal.aborted) process.exit(EXIT_INTERRUPTED);
  ending.abort(new SetupError('Interrupted.'));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// A reader that closes its pipe, such as `head`, does not change the result.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** `pnpm roundtrip`: one round trip over plain HTTP, with the same report and exit codes. */
const NO_BROWSER = '--no-browser';
const given = process.argv.slice(2);
const isRoundTrip = given.includes(NO_BROWSER);
const args = given.filter((arg) => arg !== NO_BROWSER);
if (asksForHelp(args)) {
  process.stdout.write(`\n  ${isRoundTrip ? ROUND_TRIP_USAGE : RENDER_HELP}\n\n`);
  process.exit();
}

try {
  assertSafeEnvironment(process.env);
  watchParents(end);
  await (isRoundTrip ? roundTrip() : render());
} catch (error) {
  // A crash must not look like an expectation that is not met.
  const text = error instanceof SetupError ? error.message : inspect(error);
  process.stderr.write(`\n  ${text}\n\n`);
  process.exitCode = ending.signal.aborted ? EXIT_INTERRUPTED : EXIT.setup;
}

async function render(): Promise<void> {
  const options = await parseRenderOptions(args, { directory: currentFolder(), environment: process.env });
  if (options.credentials) return printCredentials(options);
  const events = { step: progress.step, serverLog, serverState() {}, extensionChange() {} };
  const report = await renderTarget(options, events, ending.signal);
  output(report, options.json, `${report.extension?.id} in ${report.target}`);
}

async function roundTrip(): Promise<void> {
  const options = parseRoundTripOptions(args, currentFolder());
  const { fault } = options.token ?? {};
  const token = isTokenFault(fault)
    ? `${fault}: ${TOKEN_FAULT_TEXTS[fault].description}`
    : 'A genuine token.';
  const report = await Promise.race([renderRoundTrip(options, serverLog), rejectOn(ending.signal)]);
  output(report, options.json, options.token ? token : 'No token is sent.');
}

function serverLog(line: string): void {
  progress.line(`  ${progress.dim('server │')} ${line}`);
}

function output(report: Report | RoundTripReport, file: string | undefined, heading: string): void {
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else writeReport(file, json);
  printSummary(report, heading, progress);
  progress.line(
    progress.dim(
      `  In the sandbox: ${installation.commands.start}, then http://${LOOPBACK}:${DEFAULT_PORT}${report.url}\n`,
    ),
  );
  process.exitCode = report.exitCode;
}

function writeReport(file: string, json: string): void {
  try {
    writeFileSync(file, json);
  } catch (error) {
    throw new SetupError(`The report cannot be written: ${(error as Error).message}`);
  }
}

/** As arguments of `env`. They are no secrets: they work on this machine only. */
async function printCredentials({ extensions }: RenderOptions): Promise<void> {
  const { clientId, secret, isStable } = credentialsOf(await findApps(extensions), extensions);
  if (!isStable) throw new SetupError('The credentials could not be stored, so the next run has others.');
  process.stdout.write(`SHOPIFY_API_KEY=${clientId}\nSHOPIFY_API_SECRET=${secret}\n`);
}
