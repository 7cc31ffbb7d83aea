import type { Fleet } from './simulate.ts';
import type { Traffic } from './traffic.ts';

export interface Scenario {
  name: string;
  traffic: Traffic;
  /** Buyers per second in the counted span. */
  buyersPerSecond: number;
  /** The counted span, which begins when the caches are full enough to stay as they are. */
  counted: { fromSecond: number; toSecond: number };
}

/** Assumed: a visit of four calls, about 20 seconds apart. Change it here, and run the simulation again. */
const VISIT = { callsPerBuyer: 4, meanGapSeconds: 20 };
/** Assumed: one buyer in ten enrolls. */
export const WRITE_SHARE = 0.1;

const SALE_PER_MINUTE = 10_000;

export const STEADY: Scenario = {
  name: '1,200 buyers a minute',
  traffic: { ...VISIT, buyersPerSecond: 20, seconds: 600 },
  buyersPerSecond: 20,
  counted: { fromSecond: 300, toSecond: 600 },
};

export const FLASH_SALE: Scenario = {
  name: 'flash sale, 10,000 a minute',
  traffic: {
    ...VISIT,
    buyersPerSecond: 5,
    sale: { fromSecond: 60, toSecond: 240, buyersPerSecond: SALE_PER_MINUTE / 60 },
    seconds: 240,
  },
  buyersPerSecond: SALE_PER_MINUTE / 60,
  counted: { fromSecond: 180, toSecond: 240 },
};

const DEFAULT_CACHE_ENTRIES = 10_000;

export const FLEETS: readonly Fleet[] = [
  { instances: 1, routing: 'random', cacheEntries: DEFAULT_CACHE_ENTRIES },
  ...[2, 4, 8].flatMap((instances) =>
    (['random', 'sticky'] as const).map((routing) => ({
      instances,
      routing,
      cacheEntries: DEFAULT_CACHE_ENTRIES,
    })),
  ),
];

/** Few enough buyers that no cache is ever full, so that only calls and instances decide. */
export const UNCROWDED: Omit<Traffic, 'callsPerBuyer'> = {
  buyersPerSecond: 5,
  seconds: 600,
  meanGapSeconds: 10,
};
export const CALLS_PER_TOKEN = [2, 5, 10, 20] as const;
export const INSTANCES = [1, 2, 4, 8, 16] as const;

export const CACHE_ENTRIES = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;
export const CACHE_FLEETS: ReadonlyArray<Pick<Fleet, 'instances' | 'routing'>> = [
  { instances: 1, routing: 'random' },
  { instances: 4, routing: 'sticky' },
  { instances: 4, routing: 'random' },
];
