import { describe, expect, test } from 'vitest';
import { SECRET } from '../test-app.ts';
import { BODIES, createWebhookApp, sign } from './webhook-app.ts';

const SMALL_BYTES = 16 * 1024;
const uninstalled = { topic: 'app/uninstalled', body: BODIES.uninstalled };
const unsigned = { ...uninstalled, secret: 'shpss_another' };

/** Creates a signed `app/uninstalled` of exactly this many bytes. */
function signedOf(bytes: number) {
  const body = JSON.stringify(BODIES.uninstalled);
  return { ...uninstalled, body: body + ' '.repeat(bytes - body.length) };
}

/** Creates an app on which one address has used up its limit of two rejected webhooks. */
async function createExhaustedApp() {
  const webhookApp = await createWebhookApp({ rateLimitPerMinute: 10 });
  for (let count = 0; count < 2; count += 1) await webhookApp.deliver(unsigned);
  return webhookApp;
}

describe('the limit of rejected webhooks', () => {
  test('rejects with 401 up to the limit, then with 429 and Retry-After', async () => {
    const { deliver } = await createWebhookApp({ rateLimitPerMinute: 10 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await deliver(unsigned)).statusCode);
    expect(statuses).toEqual([401, 401, 429]);

    const response = await deliver(unsigned);
    expect(response.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(response.json().message).toContain('without a valid signature');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('counts webhooks whose signature is missing or malformed', async () => {
    const { deliver } = await createWebhookApp({ rateLimitPerMinute: 10 });
    const statuses = [];
    for (const signature of [undefined, 'x', sign('', SECRET).slice(1)]) {
      const headers = { 'x-shopify-hmac-sha256': signature };
      statuses.push((await deliver({ ...uninstalled, headers })).statusCode);
    }

    expect(statuses).toEqual([401, 401, 429]);
  });

  test('never counts signed webhooks', async () => {
    const { deliver } = await createWebhookApp({ rateLimitPerMinute: 10 });
    const statuses = new Set();
    for (let count = 0; count < 30; count += 1) {
      for (const delivery of [uninstalled, signedOf(SMALL_BYTES + 1)]) {
        statuses.add((await deliver(delivery)).statusCode);
      }
    }

    expect(statuses).toEqual(new Set([200]));
    expect((await deliver(unsigned)).statusCode).toBe(401);
  });

  test('lets an address past the limit deliver signed bodies up to 16 KiB', async () => {
    const { deliver } = await createExhaustedApp();

    expect((await deliver(signedOf(SMALL_BYTES))).statusCode).toBe(200);
    expect((await deliver(signedOf(SMALL_BYTES + 1))).statusCode).toBe(429);
    expect((await deliver(signedOf(SMALL_BYTES))).statusCode).toBe(200);
  });

  test('does not hash a body of unknown length for an address past the limit', async () => {
    const { app } = await createExhaustedApp();
    const { body } = signedOf(SMALL_BYTES + 1);

    const response = await app.inject({
      method: 'POST',
      url: '/webhooks',
      headers: {
        'x-shopify-hmac-sha256': sign(body, SECRET),
        'transfer-encoding': 'chunked',
        'content-length': '',
      },
      payload: body,
    });

    expect(response.statusCode).toBe(429);
  });

  test('accepts large signed bodies from other addresses, and from all when the limit is off', async () => {
    const { app } = await createExhaustedApp();
    const large = signedOf(SMALL_BYTES + 1);
    const headers = {
      'x-shopify-topic': large.topic,
      'x-shopify-webhook-id': 'id',
      'x-shopify-hmac-sha256': sign(large.body, SECRET),
    };
    const request = { method: 'POST', url: '/webhooks', headers, payload: large.body } as const;
    expect((await app.inject({ ...request, remoteAddress: '192.0.2.9' })).statusCode).toBe(200);

    const unlimited = await createWebhookApp({ rateLimitPerMinute: 0 });
    for (let count = 0; count < 30; count += 1) await unlimited.deliver(unsigned);
    expect((await unlimited.deliver(large)).statusCode).toBe(200);
  });

  test('is separate from the limit of rejected tokens', async () => {
    const { get } = await createExhaustedApp();

    expect((await get('/api/session-token', 'garbage')).statusCode).toBe(401);
  });
});
