import { createHmac } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { MAX_WEBHOOK_BYTES } from '../../src/webhooks/routes.ts';
import { PREVIOUS_SECRET, SECRET, SHOP } from '../test-app.ts';
import { BODIES, createWebhookApp, sign } from './webhook-app.ts';

const received: string[] = [];
const { app, deliver, logLines } = await createWebhookApp({
  personalData: {
    recorder: {
      export: async (_db, { customerId }) => void received.push(`export ${customerId}`),
      eraseCustomer: async (_transaction, { customerId }) => void received.push(`erase ${customerId}`),
      eraseShop: async (_transaction, shop) => {
        received.push(`erase ${shop}`);
        return false;
      },
    },
  },
});
afterAll(() => app.close());
const uninstalled = { topic: 'app/uninstalled', body: BODIES.uninstalled };

function expectRejected(response: Awaited<ReturnType<typeof deliver>>): void {
  expect(response.statusCode).toBe(401);
  expect(response.json()).toMatchObject({ code: 'bad_webhook_signature', retryable: false });
  expect(response.headers['access-control-allow-origin']).toBe('*');
  expect(response.headers['www-authenticate']).toBe('Shopify-Hmac-Sha256');
}

describe('the signature of a webhook', () => {
  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS_SECRET],
  ])('may come from the %s client secret, and the log says which', async (secretVersion, secret) => {
    expect((await deliver({ ...uninstalled, secret })).statusCode).toBe(200);
    expect(logLines().findLast(({ msg }) => msg === 'webhook')).toMatchObject({
      secretVersion,
      kind: 'app_uninstalled',
      shop: SHOP,
    });
  });

  const payload = JSON.stringify(BODIES.uninstalled);
  test.each<[string, Record<string, string | undefined>]>([
    ['is missing', { 'x-shopify-hmac-sha256': undefined }],
    ['is empty', { 'x-shopify-hmac-sha256': '' }],
    ['is of another secret', { 'x-shopify-hmac-sha256': sign(payload, 'shpss_another') }],
    ['is of another body', { 'x-shopify-hmac-sha256': sign(`${payload} `, SECRET) }],
    ['lacks its last character', { 'x-shopify-hmac-sha256': sign(payload, SECRET).slice(0, -1) }],
    ['has a character too many', { 'x-shopify-hmac-sha256': `${sign(payload, SECRET)}=` }],
    [
      'is in hex, as in a page URL',
      { 'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(payload).digest('hex') },
    ],
    ['is given twice', { 'x-shopify-hmac-sha256': `${sign(payload, SECRET)}, ${sign(payload, SECRET)}` }],
  ])('that %s is rejected with 401 before the body is parsed', async (_how, headers) => {
    const response = await deliver({ topic: 'customers/redact', body: BODIES.uninstalled, headers });

    expectRejected(response);
  });

  test.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a malformed content type', { 'content-type': 'json' }],
    ['no content type', { 'content-type': undefined }],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-16' }],
  ])('is required whatever the content type: %s', async (_what, headers) => {
    expect((await deliver({ ...uninstalled, headers })).statusCode).toBe(200);
    expectRejected(await deliver({ ...uninstalled, headers, secret: 'shpss_another' }));
  });

  test('is required for an empty body', async () => {
    expectRejected(await app.inject({ method: 'POST', url: '/webhooks' }));
    expectRejected(await deliver({ topic: 'shop/redact', body: '', secret: 'shpss_another' }));
  });

  test('may come under the names without "X-", which win over the older names', async () => {
    const payload = JSON.stringify(BODIES.uninstalled);
    const renamed = {
      'shopify-topic': 'app/uninstalled',
      'shopify-webhook-id': 'renamed',
      'shopify-hmac-sha256': sign(payload, SECRET),
    };
    const withoutOlder = {
      'x-shopify-topic': undefined,
      'x-shopify-webhook-id': undefined,
      'x-shopify-hmac-sha256': undefined,
    };
    const newer = { topic: 'app/uninstalled', body: payload, headers: { ...renamed, ...withoutOlder } };
    expect((await deliver(newer)).statusCode).toBe(200);
    const forged = { ...renamed, 'shopify-hmac-sha256': sign(payload, 'shpss_another') };
    expectRejected(await deliver({ ...newer, headers: forged }));
  });

  test('is documented in OpenAPI, with the error code', async () => {
    const { paths } = (await app.inject('/openapi.json')).json();
    const { security, responses } = paths['/webhooks'].post;
    expect(security).toEqual([{ webhookSignature: [] }]);
    expect(responses['401'].description).toContain('`bad_webhook_signature`');
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '413', '429', '500', '503']);
  });

  test('covers the raw bytes, not the parsed JSON', async () => {
    const spaced = `{ "myshopify_domain" : "${SHOP}", "name": "Caf\\u00e9 é" }\n`;
    expect((await deliver({ topic: 'app/uninstalled', body: spaced })).statusCode).toBe(200);
    const reformatted = JSON.stringify(JSON.parse(spaced));
    const headers = { 'x-shopify-hmac-sha256': sign(spaced, SECRET) };
    expect((await deliver({ topic: 'app/uninstalled', body: reformatted, headers })).statusCode).toBe(401);
  });
});

describe('a signed webhook', () => {
  test.each([
    ['customers/data_request', BODIES.dataRequest(42), 'export 42'],
    ['customers/redact', BODIES.customerRedact(42), 'erase 42'],
    ['shop/redact', BODIES.shopRedact(), `erase ${SHOP}`],
  ])('of %s reaches the features that store data', async (topic, body, what) => {
    received.length = 0;
    expect((await deliver({ topic, body })).statusCode).toBe(200);
    await expect.poll(() => received).toEqual([what]);
  });

  test('is processed once, however often it is delivered', async () => {
    received.length = 0;
    const delivery = { topic: 'customers/redact', body: BODIES.customerRedact(43), webhookId: 'same' };
    const responses = await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)]);
    responses.push(await deliver(delivery));

    expect(responses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    await deliver({ ...delivery, body: BODIES.customerRedact(44), webhookId: 'another' });
    await expect.poll(() => received).toEqual(['erase 43', 'erase 44']);
  });

  test('keeps an id above 2^53 unchanged', async () => {
    received.length = 0;
    const body = JSON.stringify(BODIES.customerRedact(1)).replace('"id":1', '"id":9007199254740993');
    await deliver({ topic: 'customers/redact', body });
    await expect.poll(() => received).toEqual(['erase 9007199254740993']);
  });

  test.each([
    ['a customer’s erasure', 'shop/redact', BODIES.customerRedact(42)],
    ['a data request', 'shop/redact', BODIES.dataRequest(42)],
    ['a data request', 'customers/redact', { ...BODIES.dataRequest(1), orders_to_redact: [] }],
    ['an uninstallation', 'shop/redact', BODIES.uninstalled],
    ['a customer’s erasure', 'customers/data_request', BODIES.customerRedact(42)],
  ])('of %s is not accepted as %s: the topic is not signed, but the body is', async (_what, topic, body) => {
    received.length = 0;
    expect((await deliver({ topic, body })).statusCode).toBe(400);
    expect(received).toEqual([]);
  });

  test.each([
    ['of an unknown topic', { topic: 'orders/create', body: { id: 1 } }],
    ['that is not JSON', { topic: 'shop/redact', body: 'shop_domain' }],
    ['of a host that is not a shop', { topic: 'shop/redact', body: BODIES.shopRedact('evil.example.com') }],
    ['of no customer', { topic: 'customers/redact', body: { ...BODIES.customerRedact(1), customer: {} } }],
    ['without an id', { ...uninstalled, headers: { 'x-shopify-webhook-id': undefined } }],
    ['without a topic', { ...uninstalled, headers: { 'x-shopify-topic': undefined } }],
    ['with an id of 129 characters', { ...uninstalled, webhookId: 'x'.repeat(129) }],
  ])('%s is rejected with 400', async (_how, delivery) => {
    const response = await deliver(delivery);
    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('invalid_request');
  });

  test('may have an id of 128 characters', async () => {
    expect((await deliver({ ...uninstalled, webhookId: 'x'.repeat(128) })).statusCode).toBe(200);
  });

  test('may have the largest body, but not a byte more', async () => {
    const head = JSON.stringify(BODIES.uninstalled);
    const largest = head + ' '.repeat(MAX_WEBHOOK_BYTES - head.length);
    expect((await deliver({ topic: 'app/uninstalled', body: largest })).statusCode).toBe(200);
    expect((await deliver({ topic: 'app/uninstalled', body: `${largest} ` })).statusCode).toBe(413);
  });

  test('may be the documented sample, whose shop is null', async () => {
    const response = await deliver({ topic: 'app/uninstalled', body: BODIES.uninstalledSample });
    expect(response.statusCode).toBe(200);
  });

  test('may be the documented sample of a privacy webhook, which erases nothing', async () => {
    received.length = 0;
    const sample = { topic: 'customers/redact', body: BODIES.customerRedactSample };
    expect((await deliver(sample)).statusCode).toBe(200);
    expect(logLines().findLast(({ msg }) => msg === 'webhook')).toMatchObject({ kind: 'sample' });
    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(45) });
    await expect.poll(() => received).toEqual(['erase 45']);
  });

  test('leaves no trace of the customer in the log', async () => {
    const customerId = 9_007_199_254_740_991; // longer than any run of digits in a request id
    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(customerId) });
    const log = JSON.stringify(logLines());
    for (const trace of [String(customerId), 'buyer@shop.dev', '(555) 0100'])
      expect(log).not.toContain(trace);
  });
});
