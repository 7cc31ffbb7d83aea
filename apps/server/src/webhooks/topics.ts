import { Type } from 'typebox';
import { Check } from 'typebox/schema';
import { ApiError } from '../http/errors/api-error.ts';
import type { PrivacyRequest } from '../privacy/requests.ts';

/** A webhook that this server understands. */
export type Webhook =
  | { kind: 'app_uninstalled'; shop: string | undefined }
  /** Sent by `shopify app webhook trigger`; it names no shop and requests nothing. */
  | { kind: 'sample'; shop: undefined }
  | PrivacyRequest;

const Shop = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}\\.myshopify\\.com$' });
/** The shop in Shopify's sample of a privacy webhook. */
const SAMPLE_SHOP = '{shop}.myshopify.com';
const Customer = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,19}$' }) });
const Sample = Type.Object({ shop_domain: Type.Literal(SAMPLE_SHOP) });
/** Shopify sends numbers, which `parseJson` turns into their digits. */
const OrderIds = Type.Array(Type.String({ pattern: '^[\\x21-\\x7e]{1,64}$' }));
const Absent = Type.Optional(Type.Never());

/**
 * The body of each topic. Shopify signs the body but not the headers, and the topic is a header. The schemas
 * exclude each other, so a signed body cannot be replayed under a more harmful topic.
 */
const BODIES = {
  'app/uninstalled': Type.Object({
    // `null` in the sample that `shopify app dev` sends (Shopify, webhook reference).
    myshopify_domain: Type.Union([Shop, Type.Null()]),
  }),
  'customers/data_request': Type.Object({
    shop_domain: Shop,
    customer: Customer,
    orders_requested: Type.Optional(OrderIds),
    data_request: Type.Object({}),
  }),
  'customers/redact': Type.Object({
    shop_domain: Shop,
    customer: Customer,
    orders_to_redact: OrderIds,
    data_request: Absent,
  }),
  'shop/redact': Type.Object({ shop_domain: Shop, customer: Absent, data_request: Absent }),
};

export interface UnparsedWebhook {
  /** `X-Shopify-Topic` */
  topic: string;
  /** `X-Shopify-Webhook-Id` */
  webhookId: string;
  /** The raw body. */
  body: Buffer;
}

/**
 * Parses a webhook whose signature was verified.
 *
 * @throws {ApiError} `invalid_request` for an unknown topic, or a body that does not belong to the topic
 */
export function parseWebhook({ topic, webhookId, body }: UnparsedWebhook): Webhook {
  const json = parseJson(body);
  if (topic in BODIES && Check(Sample, json)) return { kind: 'sample', shop: undefined };
  if (topic === 'app/uninstalled' && Check(BODIES[topic], json)) {
    return { kind: 'app_uninstalled', shop: json.myshopify_domain ?? undefined };
  }
  if (topic === 'customers/data_request' && Check(BODIES[topic], json)) {
    const { shop_domain: shop, customer, orders_requested: orderIds = [] } = json;
    return { kind: 'customer_export', webhookId, shop, customerId: customer.id, orderIds };
  }
  if (topic === 'customers/redact' && Check(BODIES[topic], json)) {
    const { shop_domain: shop, customer, orders_to_redact: orderIds } = json;
    return { kind: 'customer_erasure', webhookId, shop, customerId: customer.id, orderIds };
  }
  if (topic === 'shop/redact' && Check(BODIES[topic], json)) {
    return { kind: 'shop_erasure', webhookId, shop: json.shop_domain };
  }
  throw new ApiError('invalid_request', {
    detail: 'The topic is unknown, or the body does not belong to it.',
  });
}

/** Parses JSON with every number as the digits that were sent, because ids may exceed 2^53. */
function parseJson(body: Buffer): unknown {
  const asSent = (_key: string, value: unknown, context?: { source: string }) =>
    typeof value === 'number' ? context?.source : value;
  try {
    return JSON.parse(body.toString('utf8'), asSent);
  } catch (cause) {
    throw new ApiError('invalid_request', { cause, detail: 'The body is not JSON.' });
  }
}
