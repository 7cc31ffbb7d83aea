import { readdirSync, readFileSync } from 'node:fs';

/**
 * Returns the CPU time of all threads of a process in microseconds, including the garbage collector and the thread
 * pool. More stable than requests per second, because waiting for a core does not count.
 */
export function cpuMicroseconds(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]);
  }
  return nanoseconds / 1000;
}

/** Returns the resident memory of a process in MiB. */
export function residentMebibytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
