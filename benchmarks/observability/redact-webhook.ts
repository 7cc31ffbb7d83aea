import { createHmac, randomUUID } from 'node:crypto';

/** Returns the request with which Shopify has a customer's data erased. */
export function redactWebhook(customerId: number, secret: string): [path: string, init: RequestInit] {
  const body = JSON.stringify({
    shop_domain: 'sandbox.myshopify.com',
    customer: { id: customerId },
    orders_to_redact: [],
  });
  const headers = {
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-topic': 'customers/redact',
    'x-shopify-webhook-id': randomUUID(),
  };
  return ['/webhooks', { method: 'POST', headers, body }];
}
