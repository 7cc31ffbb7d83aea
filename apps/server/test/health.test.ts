import { describe, expect, test } from 'vitest';
import { createTestApp } from './test-app.ts';

describe('health', () => {
  test('is live and ready, without a token', async () => {
    const { app } = await createTestApp();

    expect((await app.inject('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ok' });
  });

  test('is live but not ready while the server drains', async () => {
    let reason: string | undefined = 'draining';
    const { app } = await createTestApp({ readinessProblem: () => reason });

    const draining = await app.inject('/health/ready');
    expect(draining.statusCode).toBe(503);
    expect(draining.json()).toEqual({ status: 'unavailable', reason: 'draining' });
    expect((await app.inject('/health/live')).statusCode).toBe(200);

    reason = undefined;
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
  });
});
