import type { Line, LineChart } from '../report/line-chart.ts';
import { markdownTable } from '../report/tables.ts';
import { hitRateOfRandomRouting } from './formulas.ts';
import {
  CACHE_ENTRIES,
  CACHE_FLEETS,
  CALLS_PER_TOKEN,
  FLASH_SALE,
  INSTANCES,
  UNCROWDED,
} from './scenarios.ts';
import { type Fleet, simulate } from './simulate.ts';
import { createCalls } from './traffic.ts';

const COLORS = ['orange', 'purple', 'blue', 'green'] as const;
const EVERYTHING = { fromSecond: 0, toSecond: Number.POSITIVE_INFINITY };

interface HitRates {
  callsPerToken: number;
  /** For each of `INSTANCES`, routed at random. */
  random: number[];
  /** For each of `INSTANCES`. */
  sticky: number[];
}

/** Simulates the hit rate for each number of calls per token and of instances. */
export function simulateHitRates(): HitRates[] {
  return CALLS_PER_TOKEN.map((callsPerToken) => {
    const calls = createCalls({ ...UNCROWDED, callsPerBuyer: callsPerToken });
    const rates = (routing: Fleet['routing']) =>
      INSTANCES.map((instances) => {
        const outcome = simulate(calls, { instances, routing, cacheEntries: calls.length * 2 }, EVERYTHING);
        return outcome.hits / outcome.calls;
      });
    return { callsPerToken, random: rates('random'), sticky: rates('sticky') };
  });
}

/** Simulates the hit rate in the flash sale for each size of the cache. */
export function simulateCacheSizes(): Array<{ name: string; rates: number[] }> {
  const calls = createCalls(FLASH_SALE.traffic);
  return CACHE_FLEETS.map((fleet) => ({
    name: fleet.instances === 1 ? '1 instance' : `${fleet.instances} instances, ${fleet.routing}`,
    rates: CACHE_ENTRIES.map((cacheEntries) => {
      const { hits, calls: counted } = simulate(calls, { ...fleet, cacheEntries }, FLASH_SALE.counted);
      return hits / counted;
    }),
  }));
}

export function hitRateTable(all: readonly HitRates[]): string {
  const rows = all.map(({ callsPerToken, random, sticky }) => [
    String(callsPerToken),
    percent(sticky.at(-1)!),
    ...INSTANCES.slice(1).map((instances, index) => {
      const formula = hitRateOfRandomRouting(callsPerToken, instances);
      return `${percent(random[index + 1]!)} (${percent(formula)})`;
    }),
  ]);
  return markdownTable(
    ['calls per token', 'one instance, or sticky', ...INSTANCES.slice(1).map((n) => `${n} instances`)],
    rows,
  );
}

export function hitRateCharts(
  all: readonly HitRates[],
  sizes: ReadonlyArray<{ name: string; rates: number[] }>,
): LineChart[] {
  const byCalls = all.flatMap(({ callsPerToken, random, sticky }, index): Line[] => {
    const color = COLORS[index % COLORS.length]!;
    return [
      { label: `${callsPerToken} calls, sticky`, color, isDashed: true, shares: sticky },
      { label: `${callsPerToken} calls, random`, color, isDashed: false, shares: random },
    ];
  });
  return [
    {
      title: 'Cache hits by calls per token',
      xTitle: 'instances',
      ticks: INSTANCES.map(String),
      lines: byCalls,
    },
    {
      title: 'Cache hits in the flash sale: 10,000 checkouts a minute, 4 calls each',
      xTitle: 'SESSION_TOKEN_CACHE_ENTRIES of each instance (default 10,000)',
      ticks: CACHE_ENTRIES.map((entries) => entries.toLocaleString('en-US')),
      lines: sizes.map(({ name, rates }, index) => ({
        label: name,
        color: COLORS[index % COLORS.length]!,
        isDashed: name.includes('sticky'),
        shares: rates,
      })),
    },
  ];
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
