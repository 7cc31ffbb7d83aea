import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import fastify from 'fastify';
import { clientId, host, path, port, secret } from '../settings.js';

/** Fastify with @fastify/jwt as in its README, or with all options for such tokens (`OPTIONS=all`). */
const verify = {
  algorithms: ['HS256'],
  allowedAud: clientId,
  requiredClaims: ['aud', 'dest', 'exp', 'nbf', 'iat', 'jti'],
  clockTolerance: 10_000, // ms
};
const app = fastify({ logger: false });
await app.register(cors);
await app.register(jwt, { secret, ...(process.env.OPTIONS === 'all' && { verify }) });
app.addHook('onRequest', async (request, reply) => {
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
});
app.get(path, async ({ user }) => ({ dest: user.dest, sub: user.sub }));
await app.listen({ port, host });
