import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import fastify, { LogController } from 'fastify';
import { CORS_OPTIONS } from '../../../apps/server/src/http/cors.ts';
import { equipFastify } from '../equipment/fastify.js';
import { openLog } from '../equipment/log.js';
import { describeSession, SESSION_SCHEMA } from '../session.js';
import { clientId, equipped, host, path, port, secret } from '../settings.js';

/** Fastify with @fastify/jwt and as many of the rules as it supports. `CACHE` is the size of its token cache. */
const logController = new LogController({ disableRequestLogging: true }); // the equipment writes one line a request
const app = fastify(equipped ? { loggerInstance: openLog(), logController } : { logger: false });
if (equipped) await equipFastify(app);
await app.register(cors, CORS_OPTIONS);
await app.register(jwt, {
  secret,
  verify: {
    algorithms: ['HS256'],
    allowedAud: clientId,
    requiredClaims: ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'],
    clockTolerance: 10_000, // ms
    cache: Number(process.env.CACHE ?? 0) || false,
  },
});
app.get(
  path,
  { onRequest: (request) => request.jwtVerify(), schema: { response: { 200: SESSION_SCHEMA } } },
  async (request) => describeSession(request.user),
);
await app.listen({ port, host });
