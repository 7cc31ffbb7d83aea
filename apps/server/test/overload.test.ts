import { describe, expect, test } from 'vitest';
import { createEventLoopDelay, createMeanSampler } from '../src/limits/event-loop-delay.ts';
import { createTestApp } from './test-app.ts';

describe('an overloaded event loop', () => {
  test.each([
    [200, 200],
    [200.1, 503],
  ])('a mean delay of %s ms: %s', async (delayMs, status) => {
    const { get, mint } = await createTestApp({ eventLoopDelayMs: () => delayMs });

    expect((await get('/api/session-token', mint())).statusCode).toBe(status);
  });

  test('is answered with 503, Retry-After and CORS, and over when the delay is', async () => {
    let delayMs = 1000;
    const { get, mint } = await createTestApp({ eventLoopDelayMs: () => delayMs });

    const shed = await get('/api/session-token', mint());
    expect(shed.json()).toMatchObject({ code: 'overloaded', retryable: true });
    expect(shed.headers).toMatchObject({ 'retry-after': '2', 'access-control-allow-origin': '*' });
    expect(shed.headers.connection).not.toBe('close');

    delayMs = 0;
    expect((await get('/api/session-token', mint())).statusCode).toBe(200);
  });

  test.each(['/', '/openapi.json', '/api/nope', '/%zz', '/webhooks'])('sheds GET %s', async (url) => {
    const { app } = await createTestApp({ eventLoopDelayMs: () => 1000 });

    expect((await app.inject(url)).statusCode).toBe(503);
  });

  test.each(['/health/live', '/health/ready'])('still answers %s', async (url) => {
    const { app } = await createTestApp({ eventLoopDelayMs: () => 1000 });

    expect((await app.inject(url)).statusCode).toBe(200);
  });
});

describe('the measured delay', () => {
  test('is the mean of the values since the last sample, and 0 when there are none', () => {
    const histogram = { count: 0, mean: Number.NaN };
    const sample = createMeanSampler(histogram);
    expect(sample()).toBe(0);

    Object.assign(histogram, { count: 2, mean: 10 });
    expect(sample()).toBe(10);
    expect(sample()).toBe(0);

    Object.assign(histogram, { count: 4, mean: 20 }); // two more, of 30 each
    expect(sample()).toBe(30);
  });

  test('notices stalls, one after another', async () => {
    const delay = createEventLoopDelay();
    try {
      await expect
        .poll(
          () => {
            const end = performance.now() + 400;
            while (performance.now() < end);
            return delay.meanMs();
          },
          { interval: 1, timeout: 15_000 },
        )
        .toBeGreaterThan(200);
    } finally {
      delay.stop();
    }
  });
});
