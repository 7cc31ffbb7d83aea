/** `pnpm explain`: explains why a session token is accepted or rejected. Reads it from standard input. */
import { runExplain } from './run-explain.ts';

process.exitCode = await runExplain({
  args: process.argv.slice(2),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
});
