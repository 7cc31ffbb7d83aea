import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PREVIOUS_SECRET, SECRET } from './test-app.ts';
import { BODIES, createWebhookApp, sign } from './webhooks/webhook-app.ts';

const { app, deliver } = await createWebhookApp();

// `vi.mock` has no effect on modules that an earlier test file has loaded, because the files share one module registry.
const timingSafeEqual = vi.spyOn(crypto, 'timingSafeEqual');
syncBuiltinESMExports();
beforeEach(() => {
  timingSafeEqual.mockClear();
});
afterAll(async () => {
  timingSafeEqual.mockRestore();
  syncBuiltinESMExports();
  await app.close();
});

/** The pairs that `timingSafeEqual` compared, as text. */
const comparedPairs = () =>
  timingSafeEqual.mock.calls.map((pair) => pair.map((bytes) => Buffer.from(bytes as Uint8Array).toString()));

describe('the signature of a webhook is compared in constant time', () => {
  const payload = JSON.stringify(BODIES.uninstalled);
  const byCurrent = sign(payload, SECRET);
  const byPrevious = sign(payload, PREVIOUS_SECRET);

  test('when it matches the current secret', async () => {
    expect((await deliver({ topic: 'app/uninstalled', body: payload })).statusCode).toBe(200);
    expect(comparedPairs()).toEqual([[byCurrent, byCurrent]]);
  });

  test('when it matches neither secret', async () => {
    const forged = sign(payload, 'another secret');
    const headers = { 'x-shopify-hmac-sha256': forged };
    expect((await deliver({ topic: 'app/uninstalled', body: payload, headers })).statusCode).toBe(401);
    expect(comparedPairs()).toEqual([
      [forged, byCurrent],
      [forged, byPrevious],
    ]);
  });
});
