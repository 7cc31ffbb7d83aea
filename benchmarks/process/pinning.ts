import { execFileSync, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The server on the first core, what asks it on the last: neither takes time from the other. */
export const SERVER_CORE = 0;
const GENERATOR_CORE = cpus().length - 1;

/** Linux pins by `taskset`; without it, or with one core, everything runs where the system likes. */
const canPin = GENERATOR_CORE > 0 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** Keeps this process on the generator's core. Returns whether it could. */
export function pinGenerator(): boolean {
  if (canPin) execFileSync('taskset', ['-cp', String(GENERATOR_CORE), String(process.pid)]);
  return canPin;
}

/** The command that runs Node on the generator's core, giving way to what else runs there. */
export function nodeInBackground(): [command: string, ...args: string[]] {
  return canPin ? ['nice', '-n', '19', ...nodeOnCore(GENERATOR_CORE)] : [process.execPath];
}

/** The command that runs Node on a core, or on any where there is no pinning. */
export function nodeOnCore(core: number | undefined): [command: string, ...args: string[]] {
  if (!canPin || core === undefined) return [process.execPath];
  return ['taskset', '-c', String(core), process.execPath];
}
