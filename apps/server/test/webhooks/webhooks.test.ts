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

describe('the signature of a webhook', () => {
  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS_SECRET],
  ])('is accepted from the %s client secret, and logged by which', async (signedWith, secret) => {
    expect((await deliver({ ...uninstalled, secret })).statusCode).toBe(200);
    expect(logLines().findLast(({ msg }) => msg === 'webhook')).toMatchObject({
      signedWith,
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
      'is in hex, as in the address of a page',
      { 'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(payload).digest('hex') },
    ],
    ['is given twice', { 'x-shopify-hmac-sha256': `${sign(payload, SECRET)}, ${sign(payload, SECRET)}` }],
  ])('that %s is a 401, and nothing of the body is looked at', async (_how, headers) => {
    const response = await deliver({ topic: 'customers/redact', body: BODIES.uninstalled, headers });

    expect(response.statusCode).toBe(401);
    expect(response.body).toBe('');
  });

  test('is over the bytes as they came, not over the JSON that they mean', async () => {
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
  ])('of %s is handed to who keeps the data', async (topic, body, what) => {
    received.length = 0;
    expect((await deliver({ topic, body })).statusCode).toBe(200);
    await expect.poll(() => received).toEqual([what]);
  });

  test('is handed on once, however often it is delivered', async () => {
    received.length = 0;
    const delivery = { topic: 'customers/redact', body: BODIES.customerRedact(43), webhookId: 'same' };
    const responses = await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)]);
    responses.push(await deliver(delivery));

    expect(responses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    await deliver({ ...delivery, body: BODIES.customerRedact(44), webhookId: 'another' });
    await expect.poll(() => received).toEqual(['erase 43', 'erase 44']);
  });

  test('keeps an id above 2^53 whole', async () => {
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
  ])('of %s does not pass for %s: the topic is not signed, the body is', async (_what, topic, body) => {
    received.length = 0;
    expect((await deliver({ topic, body })).statusCode).toBe(400);
    expect(received).toEqual([]);
  });

  test.each([
    ['of an unknown topic', { topic: 'orders/create', body: { id: 1 } }],
    ['that is no JSON', { topic: 'shop/redact', body: 'shop_domain' }],
    ['of a host that is no shop', { topic: 'shop/redact', body: BODIES.shopRedact('evil.example.com') }],
    ['of no customer', { topic: 'customers/redact', body: { ...BODIES.customerRedact(1), customer: {} } }],
    ['without an id', { ...uninstalled, headers: { 'x-shopify-webhook-id': undefined } }],
    ['without a topic', { ...uninstalled, headers: { 'x-shopify-topic': undefined } }],
    ['with an id of 129 characters', { ...uninstalled, webhookId: 'x'.repeat(129) }],
  ])('%s is refused with 400', async (_how, delivery) => {
    const response = await deliver(delivery);
    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('invalid_request');
  });

  test('may have an id of 128 characters', async () => {
    expect((await deliver({ ...uninstalled, webhookId: 'x'.repeat(128) })).statusCode).toBe(200);
  });

  test('may have the largest body, and not a byte more', async () => {
    const head = JSON.stringify(BODIES.uninstalled);
    const largest = head + ' '.repeat(MAX_WEBHOOK_BYTES - head.length);
    expect((await deliver({ topic: 'app/uninstalled', body: largest })).statusCode).toBe(200);
    expect((await deliver({ topic: 'app/uninstalled', body: `${largest} ` })).statusCode).toBe(413);
  });

  test('is JSON, or is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await deliver({ ...uninstalled, headers })).statusCode).toBe(415);
  });

  test('leaves no trace of the customer in the log', async () => {
    const customerId = 9_007_199_254_740_991; // longer than any run of digits in a request id
    await deliver({ topic: 'customers/redact', body: BODIES.customerRedact(customerId) });
    const log = JSON.stringify(logLines());
    for (const trace of [String(customerId), 'buyer@shop.dev', '(555) 0100'])
      expect(log).not.toContain(trace);
  });
});
