/**
 * `pnpm roundtrip --customer 42 --fault audience`: makes one round trip to the real server and prints it, without a
 * browser. The usage explains the exit codes.
 */
import { helpFor } from './contract/code-help.ts';
import { isTokenFault, TOKEN_FAULT_TEXTS } from './contract/token-faults.ts';
import { createThrowawayApp } from './node/app/throwaway-app.ts';
import { describeRoundTrip, makeRoundTrip, type RoundTrip } from './node/round-trip.ts';
import { SetupError } from './node/setup-error.ts';
import { assertSafeEnvironment } from './node/terminal/assert-safe-environment.ts';
import { EXIT, type ExitCode } from './node/terminal/exit-codes.ts';
import { asksForHelp } from './node/terminal/help.ts';
import { createProgress } from './node/terminal/progress.ts';
import {
  parseRoundTripOptions,
  type RoundTripOptions,
  sandboxUrl,
  USAGE,
} from './node/terminal/round-trip-options.ts';

const { line, dim, bold, ok, bad } = createProgress(process.stdout);

const args = process.argv.slice(2);
if (asksForHelp(args)) {
  line(`\n    ${USAGE}\n`);
  process.exit();
}

try {
  assertSafeEnvironment(process.env);
  const options = parseRoundTripOptions(args);
  const app = createThrowawayApp();
  const server = await app.startServer({ serverLog: (text) => line(dim(text)), serverExit() {} });
  try {
    const token = options.token && app.mint(options.token);
    const trip = await makeRoundTrip(`http://${server.host}:${server.port}`, token);
    process.exitCode = report(trip, options);
  } finally {
    await server.stop();
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exitCode = EXIT.setup;
}

function report(trip: RoundTrip, { token, expect }: RoundTripOptions): ExitCode {
  const fault = token?.fault;
  const what = !token
    ? 'No token is sent.'
    : isTokenFault(fault)
      ? TOKEN_FAULT_TEXTS[fault].description
      : 'A genuine token.';
  line(`\n  ${bold(what)}\n`);
  for (const row of describeRoundTrip(trip)) line(`    ${row}`);
  const { outcome, isReadable } = trip;
  const ended = outcome.ok ? 'verified' : outcome.code;
  const told = outcome.ok ? 'verified' : `rejected: ${ended}`;
  if (ended === expect) line(`\n  ${ok(`✓ ${told}, as expected`)}`);
  else line(`\n  ${outcome.ok ? ok(`✓ ${told}`) : bad(`✗ ${told}`)}`);
  const help = helpFor(ended);
  if (help) line(`    ${help.description} ${help.remedy}`);
  if (token) line(dim(`    In the sandbox: npx -y pnpm start, then ${sandboxUrl(token)}`));
  line('');
  if (!isReadable) {
    line(
      `  ${bad('✗')} A browser would withhold this response from the extension: check the server's CORS headers.\n`,
    );
    return EXIT.blocked;
  }
  if (expect && expect !== ended) line(`  ${bad('✗')} Expected ${expect}.\n`);
  const isGood = expect ? expect === ended : outcome.ok;
  return isGood ? EXIT.asExpected : EXIT.notAsExpected;
}
