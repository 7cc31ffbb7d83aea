import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';

export interface HealthOptions {
  /** Returns the reason why the server should not get requests, or `undefined` if it is ready. */
  checkReadiness: () => string | undefined | Promise<string | undefined>;
}

const Health = Type.Object({
  status: Type.Enum(['ok', 'unavailable']),
  reason: Type.Optional(Type.String()),
});

/** Serves `GET /health/live` (the process is up) and `GET /health/ready` (a load balancer may send requests). */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { checkReadiness }) => {
  app.get(
    '/health/live',
    {
      config: { limits: 'none' },
      schema: { summary: 'The process is up', tags: ['health'], response: { 200: Health } },
      logLevel: 'warn',
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    {
      config: { limits: 'none' },
      schema: {
        summary: 'The server is ready for requests',
        tags: ['health'],
        response: { 200: Health, 503: Health },
      },
      logLevel: 'warn',
    },
    async (_request, reply) => {
      const reason = await checkReadiness();
      if (reason === undefined) return { status: 'ok' as const };
      return reply.code(503).send({ status: 'unavailable' as const, reason });
    },
  );
};
