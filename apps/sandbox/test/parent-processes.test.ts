import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { isUp, MAIN, untilReady } from './sandbox-process.ts';

/** Process groups, so that whatever a test started ends with it. */
const started: number[] = [];
afterEach(() => {
  for (const group of started.splice(0)) {
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
});

/** Starts a command that starts the sandbox, and waits for the URL that it prints. */
async function startBy(command: string, args: string[]): Promise<{ parent: ChildProcess; url: string }> {
  const env = { ...process.env, NODE_ENV: undefined };
  const parent = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  started.push(parent.pid!);
  const output = await untilReady(parent);
  return { parent, url: /Sandbox ready at (http:\S+)/.exec(output)![1]! };
}

test('ends with the shell through which a package manager started it', {
  timeout: 40_000,
}, async () => {
  const { parent, url } = await startBy('sh', ['-c', `"${process.execPath}" "${MAIN}" --port 0; true`]);
  expect(await isUp(url)).toBe(true);
  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  await ended;
  await expect.poll(() => isUp(url)).toBe(false);
});

test('survives any other program that started it', async () => {
  const program = `const { spawn } = require('node:child_process');
    spawn(process.execPath, [process.argv[1], '--port', '0'], { stdio: 'inherit' });`;
  const { parent, url } = await startBy(process.execPath, ['-e', program, MAIN]);
  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  await ended;
  // Twice as long as the check takes to notice a package manager that is gone.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await isUp(url)).toBe(true);
});
