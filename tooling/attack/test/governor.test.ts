import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/http/exchange.ts';
import { createGovernor, type GovernorOptions, LimitReached } from '../src/http/governor.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const request = { method: 'GET', headers: [] };
const answer = (status: number, headers: Record<string, string> = {}): Exchange => ({
  status,
  headers,
  body: '',
});

/** A governor with its own clock, which only waiting moves. */
function govern(answers: Exchange[], options: Partial<GovernorOptions> = {}) {
  const waits: number[] = [];
  let now = NOW;
  const governor = createGovernor({
    send: async () => answers.shift()!,
    maxRequests: 100,
    maxWaitMs: 60_000,
    signal: new AbortController().signal,
    now: () => now,
    sleep: async (ms) => {
      const until = now + ms;
      await setImmediate();
      now = Math.max(now, until);
    },
    onWait: (ms) => waits.push(ms),
    ...options,
  });
  return { governor, waits };
}

describe('waits when the server is busy', () => {
  test.each([
    ['429 with seconds', answer(429, { 'retry-after': '7' }), 7000],
    ['429 with a date', answer(429, { 'retry-after': new Date(NOW + 9000).toUTCString() }), 9000],
    ['429 with a date in the past', answer(429, { 'retry-after': new Date(NOW - 9000).toUTCString() }), 1000],
    ['429 with 0 seconds', answer(429, { 'retry-after': '0' }), 1000],
    ['429 without a time', answer(429), 1000],
    ['429 with nonsense', answer(429, { 'retry-after': 'soon' }), 1000],
    ['503 with seconds', answer(503, { 'retry-after': '2' }), 2000],
  ])('%s', async (_what, busy, ms) => {
    const { governor, waits } = govern([busy, answer(401)]);
    expect(await governor.send(() => request)).toEqual(answer(401));
    expect(waits).toEqual([ms]);
    expect(governor.waitedMs()).toBe(ms);
    expect(governor.sent()).toBe(2);
  });

  test('longer each time without Retry-After', async () => {
    const { governor, waits } = govern([answer(429), answer(429), answer(429), answer(200)]);
    await governor.send(() => request);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  test('and builds the request again, because its token may have expired', async () => {
    let built = 0;
    const { governor } = govern([answer(429), answer(200)]);
    await governor.send(() => {
      built += 1;
      return request;
    });
    expect(built).toBe(2);
  });

  test('once for all pending requests', async () => {
    const busy = answer(429, { 'retry-after': '5' });
    const { governor } = govern([busy, busy, answer(200), answer(200)]);
    await Promise.all([governor.send(() => request), governor.send(() => request)]);
    expect(governor.waitedMs()).toBe(5000);
  });

  test('but not on 503 without a time, or another status', async () => {
    for (const status of [503, 500, 401]) {
      const { governor, waits } = govern([answer(status)]);
      expect(await governor.send(() => request)).toEqual(answer(status));
      expect(waits).toEqual([]);
    }
  });
});

describe('limits', () => {
  test('the waiting time', async () => {
    const busy = answer(429, { 'retry-after': '30' });
    const inside = govern([busy, busy, answer(200)]);
    expect(await inside.governor.send(() => request)).toEqual(answer(200));
    const outside = govern([busy, answer(429, { 'retry-after': '31' }), answer(200)]);
    await expect(outside.governor.send(() => request)).rejects.toThrow(new LimitReached('--max-wait'));
    expect(outside.governor.waitedMs()).toBe(30_000);
  });

  test('the requests, with those that were repeated', async () => {
    const { governor } = govern([answer(429), answer(200), answer(200)], { maxRequests: 2 });
    expect(await governor.send(() => request)).toEqual(answer(200));
    await expect(governor.send(() => request)).rejects.toThrow(new LimitReached('--max-requests'));
  });

  test('the time of the run, also while waiting', async () => {
    const ending = new AbortController();
    const { governor } = govern([answer(429, { 'retry-after': '60' })], {
      signal: ending.signal,
      sleep: async () => {
        ending.abort();
        throw ending.signal.reason;
      },
    });
    await expect(governor.send(() => request)).rejects.toThrow(new LimitReached('--max-time'));
  });
});
