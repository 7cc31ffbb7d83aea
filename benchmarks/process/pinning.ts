import { execFileSync, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Puts the server on the first core and the generator on the last, so that they do not compete. */
export const SERVER_CORE = 0;
const GENERATOR_CORE = cpus().length - 1;

/** Uses `taskset` on Linux. Without it, or with one core, nothing is pinned. */
const canPin = GENERATOR_CORE > 0 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** Pins this process to the generator's core. Returns whether that was possible. */
export function pinGenerator(): boolean {
  if (canPin) execFileSync('taskset', ['-cp', String(GENERATOR_CORE), String(process.pid)]);
  return canPin;
}

/** Returns the command that runs Node on the generator's core with low priority. */
export function nodeInBackground(): [command: string, ...args: string[]] {
  return canPin ? ['nice', '-n', '19', ...nodeOnCore(GENERATOR_CORE)] : [process.execPath];
}

/** Returns the command that runs Node on a core, or on any core without pinning. */
export function nodeOnCore(core: number | undefined): [command: string, ...args: string[]] {
  if (!canPin || core === undefined) return [process.execPath];
  return ['taskset', '-c', String(core), process.execPath];
}
