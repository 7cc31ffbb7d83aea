import { readFileSync } from 'node:fs';
import { AS_SHIPPED } from '../http/candidates.ts';
import type { Summaries } from '../report/report.ts';
import type { Outcome } from './simulate.ts';

/** Measured by `pnpm bench --full`: CPU time per request of the server as shipped, and heap per cached token. */
export interface MeasuredCosts {
  hotMicroseconds: number;
  newMicroseconds: number;
  forgedMicroseconds: number;
  bytesPerCachedToken: number;
}

/** Reads the figures that benchmarks/RESULTS.md shows. @throws if one is missing */
export function readMeasuredCosts(): MeasuredCosts {
  const file = new URL('../results/full.json', import.meta.url);
  const results = JSON.parse(readFileSync(file, 'utf8')) as Summaries;
  const cpuOf = (work: string) => {
    const found = results.httpCpuMicroseconds.find(
      (each) => each.work === work && each.candidate === AS_SHIPPED.name,
    );
    if (!found) throw new Error(`results/full.json has no figure for ${work}`);
    return found.value.median;
  };
  return {
    hotMicroseconds: cpuOf('hot'),
    newMicroseconds: cpuOf('cold'),
    forgedMicroseconds: cpuOf('flood bad signature'),
    bytesPerCachedToken: Math.max(...results.liveTokens.map(({ heapBytesPerToken }) => heapBytesPerToken)),
  };
}

/** CPU time per call, in microseconds. */
export function cpuPerCall(hitRate: number, { hotMicroseconds, newMicroseconds }: MeasuredCosts): number {
  return hitRate * hotMicroseconds + (1 - hitRate) * newMicroseconds;
}

/** Cores that the calls keep busy, over all instances. */
export function coresOf({ calls, hits, seconds }: Outcome, costs: MeasuredCosts): number {
  return ((calls / seconds) * cpuPerCall(hits / calls, costs)) / 1_000_000;
}

/**
 * Statements that wait for one another, counted in the server's code. A read: begin, select, commit. An enrollment:
 * begin, two locks, two look-ups of records, account, entry, the new balance, record, commit.
 */
export const ROUND_TRIPS = { read: 3, write: 10 } as const;

/** Assumed: time of a round trip to PostgreSQL, with the statement's own time. */
export const ROUND_TRIP_MS = 1;

/** Of a buyer's calls, one reads the session only. */
export function databaseLoad(options: {
  buyersPerSecond: number;
  callsPerBuyer: number;
  /** Writes per buyer. */
  writeShare: number;
}): {
  readsPerSecond: number;
  writesPerSecond: number;
  roundTripsPerSecond: number;
  busyConnections: number;
} {
  const { buyersPerSecond, callsPerBuyer, writeShare } = options;
  const writesPerSecond = buyersPerSecond * writeShare;
  const readsPerSecond = buyersPerSecond * (callsPerBuyer - 1) - writesPerSecond;
  const roundTripsPerSecond = readsPerSecond * ROUND_TRIPS.read + writesPerSecond * ROUND_TRIPS.write;
  // Little's law: connections in use are the rate times the time that each is held.
  const busyConnections = (roundTripsPerSecond * ROUND_TRIP_MS) / 1000;
  return { readsPerSecond, writesPerSecond, roundTripsPerSecond, busyConnections };
}
