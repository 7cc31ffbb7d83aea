import { describe, expect, test } from 'vitest';
import { createDelaySampler, createEventLoopDelay } from '../src/http/limits/event-loop-delay.ts';
import { createTestApp } from './test-app.ts';

describe('an overloaded event loop', () => {
  test.each([
    [200, 200],
    [200.1, 503],
  ])('a mean delay of %s ms: %s', async (delayMs, status) => {
    const { get, mint } = await createTestApp({ eventLoopDelayMs: () => delayMs });

    expect((await get('/api/session-token', mint())).statusCode).toBe(status);
  });

  test('gets 503 with Retry-After and CORS, until the delay ends', async () => {
    let delayMs = 1000;
    const { get, mint } = await createTestApp({ eventLoopDelayMs: () => delayMs });

    const shed = await get('/api/session-token', mint());
    expect(shed.json()).toMatchObject({ code: 'overloaded', retryable: true });
    expect(shed.headers).toMatchObject({ 'retry-after': '2', 'access-control-allow-origin': '*' });
    expect(shed.headers.connection).not.toBe('close');

    delayMs = 0;
    expect((await get('/api/session-token', mint())).statusCode).toBe(200);
  });

  test.each([
    [0, 60_000, 200],
    [300, 300, 200],
    [300, 301, 503],
  ])('is a setting: at %s, a delay of %s ms means %s', async (maxEventLoopDelayMs, delayMs, status) => {
    const { app } = await createTestApp({ maxEventLoopDelayMs, eventLoopDelayMs: () => delayMs });

    expect((await app.inject('/openapi.json')).statusCode).toBe(status);
  });

  test.each(['/', '/openapi.json', '/api/nope', '/%zz', '/webhooks'])('sheds GET %s', async (url) => {
    const { app } = await createTestApp({ eventLoopDelayMs: () => 1000 });

    expect((await app.inject(url)).statusCode).toBe(503);
  });

  test('sheds webhooks, which Shopify retries', async () => {
    const { app } = await createTestApp({ eventLoopDelayMs: () => 1000 });

    expect((await app.inject({ method: 'POST', url: '/webhooks' })).statusCode).toBe(503);
  });

  test.each(['/health/live', '/health/ready'])('still answers %s', async (url) => {
    const { app } = await createTestApp({ eventLoopDelayMs: () => 1000 });

    expect((await app.inject(url)).statusCode).toBe(200);
  });
});

describe('the measured delay', () => {
  test('is the mean since the last sample, less the time between two ticks, and 0 without ticks', () => {
    const histogram = { count: 0, mean: Number.NaN };
    const sampleMs = createDelaySampler(histogram);
    expect(sampleMs()).toBe(0);

    Object.assign(histogram, { count: 2, mean: 10e6 }); // ns: exactly on time
    expect(sampleMs()).toBe(0);
    expect(sampleMs()).toBe(0);

    Object.assign(histogram, { count: 4, mean: 110e6 }); // two more, of 210 ms each
    expect(sampleMs()).toBe(200);

    Object.assign(histogram, { count: 5, mean: 90e6 }); // one more, of 10 ms
    expect(sampleMs()).toBe(0);
  });

  test('detects stalls, one after another', async () => {
    const delay = createEventLoopDelay();
    delay.start();
    try {
      await expect
        .poll(
          () => {
            const end = performance.now() + 400;
            while (performance.now() < end);
            return delay.meanMs();
          },
          { interval: 1 },
        )
        .toBeGreaterThan(200);
    } finally {
      delay.stop();
    }
  });
});
