/**
 * `pnpm render --target purchase.checkout.block.render --expect verified`: renders a target in a browser without a
 * window, prints a report as JSON, and exits by what was expected. The usage explains the exit codes.
 */
import { writeFileSync } from 'node:fs';
import { credentialsOf } from './node/app/app-credentials.ts';
import { findApps } from './node/app/find-apps.ts';
import { renderTarget } from './node/render/render.ts';
import { printSummary } from './node/render/summary.ts';
import { SetupError } from './node/setup-error.ts';
import { assertSafeEnvironment } from './node/terminal/assert-safe-environment.ts';
import { currentFolder } from './node/terminal/current-folder.ts';
import { EXIT } from './node/terminal/exit-codes.ts';
import { asksForHelp } from './node/terminal/help.ts';
import { watchParents } from './node/terminal/parent-processes.ts';
import { createProgress } from './node/terminal/progress.ts';
import { parseRenderOptions, RENDER_HELP, type RenderOptions } from './node/terminal/render-options.ts';

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

const args = process.argv.slice(2);
if (asksForHelp(args)) {
  process.stdout.write(`\n${RENDER_HELP}\n\n`);
  process.exit();
}

try {
  assertSafeEnvironment(process.env);
  const options = await parseRenderOptions(args, { directory: currentFolder(), environment: process.env });
  watchParents(end);
  if (options.credentials) await printCredentials(options);
  else await render(options);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exitCode = ending.signal.aborted ? EXIT_INTERRUPTED : EXIT.setup;
}

async function render(options: RenderOptions): Promise<void> {
  const events = {
    step: progress.step,
    serverLog: (line: string) => progress.line(`  ${progress.dim('server │')} ${line}`),
    serverState() {},
    extensionChange() {},
  };
  const report = await renderTarget(options, events, ending.signal);
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  if (options.json === undefined) process.stdout.write(json);
  else writeFileSync(options.json, json);
  printSummary(report, progress);
  process.exitCode = report.exitCode;
}

/** As arguments of `env`. They are no secrets: they work on this machine only. */
async function printCredentials({ extensions }: RenderOptions): Promise<void> {
  const { clientId, secret, isStable } = credentialsOf(await findApps(extensions), extensions);
  if (!isStable) throw new SetupError('The credentials could not be stored, so the next run has others.');
  process.stdout.write(`SHOPIFY_API_KEY=${clientId}\nSHOPIFY_API_SECRET=${secret}\n`);
}
