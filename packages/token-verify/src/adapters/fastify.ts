import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBearerToken } from '../http/authorization-header.ts';
import { CORS_HEADERS, PREFLIGHT_HEADERS } from '../http/cors.ts';
import type { GuardOptions } from '../http/guard-options.ts';
import { rejectionOf } from '../http/rejection.ts';
import type { VerifiedToken } from '../verified-token.ts';

/** Only the guard can set this property. */
const SESSION = Symbol('session');

type GuardedRequest = FastifyRequest & { [SESSION]: VerifiedToken | null };

/** Guards every route of the scope that it is registered in. */
export const sessionTokenGuard = Object.assign(guard, {
  // Applies to the scope that registers the plugin, as with fastify-plugin.
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'session-token-guard',
});

const answerPreflight = async (_request: FastifyRequest, reply: FastifyReply) =>
  reply.code(204).headers(PREFLIGHT_HEADERS).send();

async function guard(app: FastifyInstance, options: GuardOptions<FastifyRequest>): Promise<void> {
  const { verifier, cors = true, onRejected } = options;
  app.decorateRequest(SESSION, null);
  if (cors) {
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(CORS_HEADERS);
      return request.method === 'OPTIONS' ? answerPreflight(request, reply) : undefined;
    });
    // Without a route, Fastify would not run the hook of this scope.
    app.options('*', answerPreflight);
  }
  app.addHook('onRequest', async (request, reply) => {
    try {
      const { headers, rawHeaders } = request.raw;
      const unverifiedToken = readBearerToken(headers.authorization, rawHeaders);
      (request as GuardedRequest)[SESSION] = await verifier.verify(unverifiedToken);
      return undefined;
    } catch (error) {
      const rejection = rejectionOf(error, request.id);
      await onRejected?.(rejection, request);
      const { status, headers, body } = rejection;
      return reply.code(status).headers(headers).serializer(JSON.stringify).send(body);
    }
  });
}

/** Returns the verified session of a guarded request. @throws {TypeError} on a route that is not guarded */
export function sessionOf(request: FastifyRequest): VerifiedToken {
  const session = (request as Partial<GuardedRequest>)[SESSION];
  if (!session) throw new TypeError(`${request.routeOptions.url} is not guarded: register sessionTokenGuard`);
  return session;
}
