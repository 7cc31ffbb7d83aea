import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createTestApp, SECRET, SHOP, type TestApp, type TestAppOptions } from '../test-app.ts';

export interface Delivery {
  topic: string;
  body: object | string;
  /** Default: the current client secret. */
  secret?: string;
  /** Default: a new one. */
  webhookId?: string;
  /** Overrides Shopify's headers; `undefined` omits a header. */
  headers?: Record<string, string | undefined>;
}

export interface WebhookApp extends TestApp {
  /** Sends a webhook like Shopify's, signed over the raw body. */
  deliver: (delivery: Delivery) => Promise<LightMyRequestResponse>;
}

export const BODIES = {
  /** The sample of `shopify app dev` and `shopify app webhook trigger` (Shopify, webhook reference), shortened. */
  uninstalledSample: {
    id: 548380009,
    name: 'Super Toys',
    email: 'super@supertoys.com',
    domain: null,
    source: null,
    myshopify_domain: null,
    plan_name: 'enterprise',
  },
  /** The sample of `shopify app webhook trigger`, whose shop is a placeholder. */
  customerRedactSample: {
    shop_id: 954889,
    shop_domain: '{shop}.myshopify.com',
    customer: { id: 191167, email: 'john@example.com', phone: '555-625-1199' },
    orders_to_redact: [299938, 280263, 220458],
  },
  uninstalled: { id: 1, name: 'Shop', email: 'owner@shop.dev', myshopify_domain: SHOP },
  dataRequest: (customerId: number, shop = SHOP) => ({
    shop_id: 1,
    shop_domain: shop,
    orders_requested: [1, 2],
    customer: { id: customerId, email: 'buyer@shop.dev', phone: '+1 (555) 0100' },
    data_request: { id: 9 },
  }),
  customerRedact: (customerId: number, shop = SHOP) => ({
    shop_id: 1,
    shop_domain: shop,
    customer: { id: customerId, email: 'buyer@shop.dev', phone: '+1 (555) 0100' },
    orders_to_redact: [1, 2],
  }),
  shopRedact: (shop = SHOP) => ({ shop_id: 1, shop_domain: shop }),
};

export async function createWebhookApp(options: TestAppOptions = {}): Promise<WebhookApp> {
  const testApp = await createTestApp(options);
  return { ...testApp, deliver: createDeliver(testApp.app) };
}

/** Delivers webhooks to any app. */
export function createDeliver(app: FastifyInstance): WebhookApp['deliver'] {
  return ({ topic, body, secret = SECRET, webhookId = randomUUID(), headers = {} }) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const sent = {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': webhookId,
      'x-shopify-hmac-sha256': sign(payload, secret),
      ...headers,
    };
    const present = Object.entries(sent).filter(([, value]) => value !== undefined);
    return app.inject({
      method: 'POST',
      url: '/webhooks',
      headers: Object.fromEntries(present) as Record<string, string>,
      payload,
    });
  };
}

export function sign(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64');
}
