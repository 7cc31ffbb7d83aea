import type { FastifyPluginAsync } from 'fastify';
import { ApiError } from '../errors/api-error.ts';
import { type ClientSecrets, findSigningSecret } from '../shopify-signature.ts';
import { parseWebhook } from './topics.ts';

export interface WebhookOptions {
  secrets: ClientSecrets;
}

/** Far more than Shopify sends, a customer with thousands of orders included. */
export const MAX_WEBHOOK_BYTES = 256 * 1024;
const HEADER = /^[\x21-\x7e]{1,128}$/;

/**
 * `POST /webhooks`: what Shopify tells the app, above all the mandatory privacy webhooks. Only what the client
 * secret signed is looked at. The answer comes once the request is kept, well within the 5 seconds that
 * Shopify waits; what it asks for is done afterwards.
 */
export const webhookRoutes: FastifyPluginAsync<WebhookOptions> = async (app, { secrets }) => {
  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_WEBHOOK_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post('/webhooks', { schema: { hide: true } }, async (request, reply) => {
    const {
      'x-shopify-hmac-sha256': signature,
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': webhookId,
    } = request.headers;
    const body = request.body;
    const signedWith =
      Buffer.isBuffer(body) && typeof signature === 'string'
        ? findSigningSecret(secrets, { message: body, signature, encoding: 'base64' })
        : undefined;
    if (!signedWith || !Buffer.isBuffer(body)) return reply.code(401).send();
    if (typeof topic !== 'string' || typeof webhookId !== 'string' || !HEADER.test(webhookId)) {
      throw new ApiError('invalid_request', {
        detail: 'X-Shopify-Topic or X-Shopify-Webhook-Id is missing.',
      });
    }

    const webhook = parseWebhook({ topic, webhookId, body });
    const isNew = webhook.kind === 'app_uninstalled' || (await app.privacyRequests.accept(webhook));
    request.log.info({ webhookId, kind: webhook.kind, shop: webhook.shop, signedWith, isNew }, 'webhook');
    return reply.code(200).send();
  });
};
