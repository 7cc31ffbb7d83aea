import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { ApiError } from '../http/errors/api-error.ts';
import { type ClientSecrets, matchSecret } from '../shopify-hmac.ts';
import { parseWebhook } from './topics.ts';

export interface WebhookOptions {
  secrets: ClientSecrets;
}

/** Size limit in bytes. Shopify sends far less, even for a customer with thousands of orders. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;
/** Size in bytes up to which verifying a body costs no more than any other request. */
const SMALL_WEBHOOK_BYTES = 16 * 1024;
/** 32 bytes in base64. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;
const WEBHOOK_ID = /^[\x21-\x7e]{1,128}$/;

/**
 * Serves `POST /webhooks`, which receives the mandatory privacy webhooks. Rejects every request without a valid
 * signature with 401, whatever its content type. Responds once the request is stored, well within
 * Shopify's limit of 5 seconds, and processes it afterwards.
 *
 * Signed webhooks are never limited, because Shopify sends bursts from few addresses. Rejected ones are limited per
 * address. Past the limit, an address can still deliver bodies up to 16 KiB: an attacker who shares Shopify's address
 * behind a proxy can neither block webhooks nor make the server hash large bodies. Shopify retries a larger one for hours.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export const webhookRoutes: FastifyPluginAsync<WebhookOptions> = async (app, { secrets }) => {
  // The signature covers the raw bytes, so any content type is accepted. By default, Fastify rejects an unknown or
  // malformed type before the signature is checked.
  app.addHook('onRequest', async (request) => {
    request.headers['content-type'] = 'application/octet-stream';
    if (!SIGNATURE.test(shopifyHeader(request, 'hmac-sha256') ?? '')) throw await rejection(request);
    const isSmall = Number(request.headers['content-length'] || Number.NaN) <= SMALL_WEBHOOK_BYTES; // false without a length
    if (!isSmall) await app.rejectionLimits.webhooks.assertNotExhausted(request);
  });

  /** Counts a webhook without a valid signature, and returns the error for it. */
  async function rejection(request: FastifyRequest): Promise<ApiError> {
    await app.rejectionLimits.webhooks.count(request);
    return new ApiError('bad_webhook_signature');
  }
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MAX_WEBHOOK_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post(
    '/webhooks',
    {
      config: {
        limits: 'overload',
        errorCodes: ['bad_webhook_signature', 'rate_limited', 'invalid_request', 'database_unavailable'],
      },
      schema: {
        summary: 'Receives webhooks from Shopify',
        description:
          'Signed by Shopify in `X-Shopify-Hmac-Sha256` (or `Shopify-Hmac-Sha256`): HMAC-SHA256 of the raw body, in base64.',
        tags: ['webhooks'],
        security: [{ webhookSignature: [] }],
        response: { 200: { description: 'Stored, or received before', type: 'null' } },
      },
    },
    async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = shopifyHeader(request, 'hmac-sha256') ?? '';
      const secretVersion = matchSecret(secrets, { message: body, signature, encoding: 'base64' });
      if (!secretVersion) throw await rejection(request);

      const topic = shopifyHeader(request, 'topic');
      const webhookId = shopifyHeader(request, 'webhook-id');
      if (topic === undefined || webhookId === undefined || !WEBHOOK_ID.test(webhookId)) {
        throw new ApiError('invalid_request', {
          detail: 'X-Shopify-Topic or X-Shopify-Webhook-Id is missing or too long.',
        });
      }
      const webhook = parseWebhook({ topic, webhookId, body });
      const isStored = webhook.kind !== 'app_uninstalled' && webhook.kind !== 'sample';
      const isNew = !isStored || (await app.privacyQueue.enqueue(webhook));
      request.log.info(
        { webhookId, kind: webhook.kind, shop: webhook.shop, secretVersion, isNew },
        'webhook',
      );
      return reply.code(200).send();
    },
  );
};

/** Reads `Shopify-<name>`, or `X-Shopify-<name>` the name that Shopify used until 2026. */
function shopifyHeader({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[`shopify-${name}`] ?? headers[`x-shopify-${name}`];
  return typeof value === 'string' ? value : undefined;
}
