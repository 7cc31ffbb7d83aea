import cors from '@fastify/cors';
import fastify from 'fastify';
import { CORS_OPTIONS } from '../../../apps/server/src/http/cors.ts';
import { describeSession, SESSION_SCHEMA } from '../session.js';
import { clientId, host, path, port } from '../settings.js';

/** The reference: Fastify with CORS and the same response, without verifying the token. */
const app = fastify({ logger: false });
await app.register(cors, CORS_OPTIONS);
const dest = 'sandbox.myshopify.com';
const claims = {
  ...{ dest, aud: clientId, exp: 1_900_000_300, nbf: 1_900_000_000, iat: 1_900_000_000 },
  ...{ jti: crypto.randomUUID(), iss: `https://${dest}/checkouts`, sub: 'gid://shopify/Customer/42' },
};
app.get(path, { schema: { response: { 200: SESSION_SCHEMA } } }, async () => describeSession(claims));
await app.listen({ port, host });
