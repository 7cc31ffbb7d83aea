import { expect, test } from 'vitest';
import { runUntilStalled } from '../src/index.ts';

const run = (script: string, stallMs: number) =>
  runUntilStalled(process.execPath, ['--eval', script], { stallMs });

test("resolves with the program's output", async () => {
  expect(await run('process.stdout.write("done")', 60_000)).toBe('done');
});

test('ends a program that prints nothing for too long', async () => {
  await expect(run('setInterval(() => {}, 1_000)', 50)).rejects.toThrow('no progress for 0.05 s');
});

test('fails with the exit code of a program that printed nothing', async () => {
  await expect(run('process.exit(3)', 60_000)).rejects.toThrow('exit code 3');
});
