import { cpus, loadavg, totalmem } from 'node:os';

/** Describes the machine of the measurement. */
export function describeMachine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${gibibytes} GiB, ${process.platform}, Node ${process.version}`;
}

/** Returns the load average: runnable threads over the last minute. */
export function currentLoad(): number {
  return loadavg()[0] ?? Number.NaN;
}
