import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { ApiError } from '../errors/api-error.ts';
import type { PrivacyRequest } from '../privacy/request-store.ts';

/** What a webhook tells, in this server's words. */
export type Webhook = { kind: 'app_uninstalled'; shop: string } | PrivacyRequest;

const Shop = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.myshopify\\.com$' });
const Customer = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,19}$' }) });
const Absent = Type.Optional(Type.Never());

/**
 * The body of each topic. Shopify signs the body and not the headers, the topic among them: no body passes
 * for that of another topic, so a signed one can't be shown again as something worse.
 */
const BODIES = {
  'app/uninstalled': Type.Object({ myshopify_domain: Shop }),
  'customers/data_request': Type.Object({
    shop_domain: Shop,
    customer: Customer,
    data_request: Type.Object({}),
  }),
  'customers/redact': Type.Object({
    shop_domain: Shop,
    customer: Customer,
    orders_to_redact: Type.Array(Type.Unknown()),
    data_request: Absent,
  }),
  'shop/redact': Type.Object({ shop_domain: Shop, customer: Absent, data_request: Absent }),
};

export interface UnparsedWebhook {
  /** `X-Shopify-Topic` */
  topic: string;
  /** `X-Shopify-Webhook-Id` */
  webhookId: string;
  /** The raw body, its signature verified. */
  body: Buffer;
}

/** Reads a webhook whose signature was verified. @throws {ApiError} `invalid_request` where it is none that is known */
export function parseWebhook({ topic, webhookId, body }: UnparsedWebhook): Webhook {
  const json = parseJson(body);
  if (topic === 'app/uninstalled' && Check(BODIES[topic], json)) {
    return { kind: 'app_uninstalled', shop: json.myshopify_domain };
  }
  if (topic === 'customers/data_request' && Check(BODIES[topic], json)) {
    return { kind: 'customer_export', webhookId, shop: json.shop_domain, customerId: json.customer.id };
  }
  if (topic === 'customers/redact' && Check(BODIES[topic], json)) {
    return { kind: 'customer_erasure', webhookId, shop: json.shop_domain, customerId: json.customer.id };
  }
  if (topic === 'shop/redact' && Check(BODIES[topic], json)) {
    return { kind: 'shop_erasure', webhookId, shop: json.shop_domain };
  }
  throw new ApiError('invalid_request', {
    detail: 'The body is not that of a topic that this server knows.',
  });
}

/** Numbers as the digits that were sent, since ids may exceed 2^53. */
function parseJson(body: Buffer): unknown {
  const asSent = (_key: string, value: unknown, context?: { source: string }) =>
    typeof value === 'number' ? context?.source : value;
  try {
    return JSON.parse(body.toString('utf8'), asSent);
  } catch (cause) {
    throw new ApiError('invalid_request', { cause, detail: 'The body is not JSON.' });
  }
}
