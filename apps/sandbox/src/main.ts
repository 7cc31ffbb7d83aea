/**
 * `pnpm start`, and the packed tool's command: runs the real server and the real extensions, with a page to watch them. Prints the first verified
 * round trip and a URL, then runs until Ctrl-C.
 */
import { installation } from '#installation';
import type { ExtensionState } from './contract/extension-state.ts';
import type { ServerState } from './contract/server-state.ts';
import type { DevelopmentCredentials } from './node/app/development-credentials.ts';
import { describeRoundTrip, type RoundTrip } from './node/round-trip.ts';
import { SetupError } from './node/setup-error.ts';
import { type Sandbox, startSandbox } from './node/start-sandbox.ts';
import { assertSafeEnvironment } from './node/terminal/assert-safe-environment.ts';
import { HELP, parseCommandLine } from './node/terminal/command-line.ts';
import { currentFolder } from './node/terminal/current-folder.ts';
import { describeProblem } from './node/terminal/describe-problem.ts';
import { asksForHelp } from './node/terminal/help.ts';
import { watchParents } from './node/terminal/parent-processes.ts';
import { createProgress } from './node/terminal/progress.ts';

const progress = createProgress(process.stdout);
let sandbox: Promise<Sandbox> | undefined;
let ready = false;
let ending = false;

/** Shuts down and exits with 0; a second signal exits immediately. */
async function end(exitCode = 0): Promise<void> {
  if (ending) process.exit(exitCode || 1);
  ending = true;
  await (await sandbox?.catch(() => undefined))?.stop();
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());
// The reader has closed the pipe, as in `pnpm start | head`.
process.stdout.on('error', () => end());

const args = process.argv.slice(2);
if (asksForHelp(args)) {
  progress.line(`\n  ${HELP}\n`);
  process.exit();
}

try {
  assertSafeEnvironment(process.env);
  const options = await parseCommandLine(args, { directory: currentFolder(), environment: process.env });
  watchParents(end);
  progress.line(`\n  ${progress.bold('Session token sandbox')}\n`);
  for (const { name, reason } of options.skipped) {
    progress.line(
      `  ${progress.dim('–')} ${`Extension ${name}`.padEnd(38)} ${progress.dim(`skipped: ${reason}`)}`,
    );
  }
  sandbox = startSandbox(options, {
    step: progress.step,
    serverLog: (line) => progress.line(`  ${progress.dim('server │')} ${line}`),
    serverState: reportServer,
    extensionChange: reportRebuild,
  });
  const { url, credentials, makeRoundTrip } = await sandbox;
  ready = true;
  const reloading = installation.repository && !credentials ? 'an extension or the server' : 'an extension';
  if (makeRoundTrip) reportRoundTrip(await makeRoundTrip());
  if (credentials) reportCredentials(credentials);
  progress.line(`\n  ${progress.bold('→')} Sandbox ready at ${progress.bold(url)}`);
  progress.line(progress.dim(`    Saved files of ${reloading} show there. Ctrl-C stops everything.\n`));
} catch (error) {
  // Ctrl-C also ends the server; its failed start needs no message.
  if (ending) await new Promise(() => {});
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exit(1);
}

function reportRoundTrip(trip: RoundTrip): void {
  const verified = trip.outcome.ok && trip.preflight.isReadable && trip.call.isReadable;
  const mark = verified ? progress.ok('✓') : progress.bad('✗');
  progress.line(
    `  ${mark} Round trip ${verified ? 'verified: the server accepted a genuine token' : 'failed'}`,
  );
  for (const row of describeRoundTrip(trip)) progress.line(`      ${progress.dim(row)}`);
}

/** They are no secrets: they work on this machine only. */
function reportCredentials({ clientId, secret, isStable }: DevelopmentCredentials): void {
  const period = isStable ? 'the same at every start' : 'for this run: they could not be stored';
  progress.line(`\n  Start your server with these development credentials, ${period}:\n`);
  progress.line(`    ${progress.bold(`SHOPIFY_API_KEY=${clientId} SHOPIFY_API_SECRET=${secret}`)}\n`);
  progress.line(
    progress.dim(
      '    The sandbox signs its tokens with them. Shopify does not know this secret: never deploy it.',
    ),
  );
}

/** The first start has its own line among the steps. */
function reportServer({ status, problem }: ServerState): void {
  if (!ready || ending) return;
  if (status === 'up') progress.line(`  ${progress.ok('✓')} Server  is up`);
  if (status === 'failed') progress.line(`  ${progress.bad('✗')} Server  ${problem}`);
}

/** The first build has its own line among the steps. */
function reportRebuild(state: ExtensionState): void {
  if (!ready) return;
  const name = `Extension ${state.id}`;
  if (state.problems.length > 0) {
    progress.line(`  ${progress.bad('✗')} ${name}  ${describeProblem(state.problems)}`);
  } else {
    progress.line(`  ${progress.ok('✓')} ${name}  rebuilt`);
  }
}
