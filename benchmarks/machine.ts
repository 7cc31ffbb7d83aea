import { cpus, loadavg, totalmem } from 'node:os';

/** What a figure was measured on; without it a figure says nothing. */
export function describeMachine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${gibibytes} GiB, ${process.platform}, Node ${process.version}`;
}

/** How busy the machine is with everything: runnable threads, averaged over the last minute. */
export function currentLoad(): number {
  return loadavg()[0] ?? Number.NaN;
}
