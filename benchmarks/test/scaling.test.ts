import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hitRateOfFullCache, hitRateOfRandomRouting, hitRateOfTokenLife } from '../scaling/formulas.ts';
import { renderScaling } from '../scaling/report.ts';
import { type Fleet, simulate } from '../scaling/simulate.ts';
import { createCalls, TOKEN_LIFE_SECONDS, type Traffic } from '../scaling/traffic.ts';

const TRAFFIC: Traffic = { buyersPerSecond: 10, seconds: 600, callsPerBuyer: 4, meanGapSeconds: 5 };
const ONE: Fleet = { instances: 1, routing: 'random', cacheEntries: 1_000_000 };
const ALL = { fromSecond: 0, toSecond: Number.POSITIVE_INFINITY };

function hitRate(traffic: Partial<Traffic>, fleet: Partial<Fleet>, span = ALL): number {
  const { hits, calls } = simulate(createCalls({ ...TRAFFIC, ...traffic }), { ...ONE, ...fleet }, span);
  return hits / calls;
}

describe('traffic', { timeout: 60_000 }, () => {
  it('has Poisson arrivals: the counts per second have the rate as mean and as variance', () => {
    const calls = createCalls({ ...TRAFFIC, seconds: 10_000, callsPerBuyer: 1 });
    const counts = new Array<number>(10_000).fill(0);
    for (const { atSecond } of calls) counts[Math.floor(atSecond)]! += 1;
    const mean = calls.length / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(mean / 10).toBeCloseTo(1, 1);
    expect(variance / 10).toBeCloseTo(1, 1);
  });

  it('has the rate of a sale between its first and its last second, and the usual rate around it', () => {
    const sale = { fromSecond: 200, toSecond: 400, buyersPerSecond: 100 };
    const calls = createCalls({ ...TRAFFIC, sale, callsPerBuyer: 1 });
    const between = (from: number, to: number) =>
      calls.filter(({ atSecond }) => atSecond >= from && atSecond < to).length / (to - from);
    expect(between(0, 200) / 10).toBeCloseTo(1, 0);
    expect(between(200, 400) / 100).toBeCloseTo(1, 1);
    expect(between(400, 600) / 10).toBeCloseTo(1, 0);
  });

  it('never uses a token after its life, and no other before its end', () => {
    const firstUse = new Map<string, number>();
    const lastToken = new Map<number, string>();
    for (const { atSecond, buyer, token } of createCalls({
      ...TRAFFIC,
      seconds: 60,
      callsPerBuyer: 30,
      meanGapSeconds: 30,
    })) {
      const previous = lastToken.get(buyer);
      if (previous !== undefined && previous !== token)
        expect(atSecond - firstUse.get(previous)!).toBeGreaterThanOrEqual(TOKEN_LIFE_SECONDS);
      if (!firstUse.has(token)) firstUse.set(token, atSecond);
      expect(atSecond - firstUse.get(token)!).toBeLessThan(TOKEN_LIFE_SECONDS);
      lastToken.set(buyer, token);
    }
    expect(firstUse.size).toBeGreaterThan(lastToken.size);
  });

  it('is the same for the same seed, and another one for another seed', () => {
    expect(createCalls(TRAFFIC, 7)).toEqual(createCalls(TRAFFIC, 7));
    expect(createCalls(TRAFFIC, 8)).not.toEqual(createCalls(TRAFFIC, 7));
  });
});

describe('hit rate', { timeout: 60_000 }, () => {
  it.each([2, 5, 10])('of %i calls with random routing is that of the formula', (callsPerBuyer) => {
    for (const instances of [1, 2, 4, 16]) {
      const simulated = hitRate({ callsPerBuyer }, { instances });
      expect(Math.abs(simulated - hitRateOfRandomRouting(callsPerBuyer, instances))).toBeLessThan(0.01);
    }
  });

  it('with sticky routing is that of one instance, whatever their number', () => {
    for (const instances of [1, 2, 16])
      expect(hitRate({ callsPerBuyer: 5 }, { instances, routing: 'sticky' })).toBe(0.8);
  });

  it('of clients that go on calling is that of the life of a token', () => {
    for (const meanGapSeconds of [30, 300]) {
      const simulated = hitRate({ seconds: 5, callsPerBuyer: 2_000, meanGapSeconds }, {});
      expect(Math.abs(simulated - hitRateOfTokenLife(TOKEN_LIFE_SECONDS, meanGapSeconds))).toBeLessThan(0.01);
    }
  });

  it.each([1_000, 4_000])('of a full cache of %i entries is that of the formula', (cacheEntries) => {
    const options = { buyersPerSecond: 100, callsPerBuyer: 2, meanGapSeconds: 20 };
    const simulated = hitRate(options, { cacheEntries }, { fromSecond: 200, toSecond: 600 });
    const formula = hitRateOfFullCache({ tokensPerSecond: 100, cacheEntries, meanGapSeconds: 20 });
    expect(Math.abs(simulated - formula)).toBeLessThan(0.01);
  });

  it('without a cache is 0', () => {
    expect(hitRate({}, { cacheEntries: 0 })).toBe(0);
  });
});

it('is what docs/scaling.md and its plot show', { timeout: 120_000 }, () => {
  const { sections, svg } = renderScaling();
  const page = readFileSync(new URL('../../docs/scaling.md', import.meta.url), 'utf8');
  for (const table of Object.values(sections)) expect(page).toContain(table);
  expect(readFileSync(new URL('../../docs/scaling.svg', import.meta.url), 'utf8')).toBe(svg);
});
