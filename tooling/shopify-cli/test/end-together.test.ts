import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isRunning, runModule } from './processes.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../src/end-together.ts'));
/** Starts a process that never ends by itself, and prints its id. */
const WRAPPER = `
  import { spawn } from 'node:child_process';
  import { endTogether } from ${JSON.stringify(MODULE)};
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  endTogether(child);
  child.once('exit', () => process.exit());
  console.log(child.pid);
`;

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the child', async (signal) => {
  const { child, printedPid } = await runModule(WRAPPER);
  expect(isRunning(printedPid)).toBe(true);
  child.kill(signal);
  await expect.poll(() => isRunning(printedPid)).toBe(false);
});

test('an uncaught error ends the child', async () => {
  const { printedPid } = await runModule(
    `${WRAPPER} setTimeout(() => { throw new Error("expected by this test") }, 50);`,
  );
  await expect.poll(() => isRunning(printedPid)).toBe(false);
});

test('the end of the parent ends the child', async () => {
  const { child, printedPid } = await runModule(`
    import { spawn } from 'node:child_process';
    spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(WRAPPER)}], { stdio: 'inherit' });
  `);
  expect(isRunning(printedPid)).toBe(true);
  child.kill('SIGKILL');
  await expect.poll(() => isRunning(printedPid)).toBe(false);
});
