import fastify, { type FastifyInstance } from 'fastify';
import { type Connections, createConnections } from '../http/limits/connections.ts';
import { HTTP_LIMITS } from '../http/limits/http-limits.ts';
import type { Metrics } from './metrics.ts';

/** Builds the server of `GET /metrics`. Its port is separate, so that extensions cannot reach it. */
export function buildMetricsServer(
  metrics: Metrics,
  connections: Connections = createConnections(),
): FastifyInstance {
  const app = fastify({ ...HTTP_LIMITS, logger: false, serverFactory: connections.serverFactory });
  app.addHook('preClose', () => connections.close());
  app.get('/metrics', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8');
    return metrics.text();
  });
  return app as unknown as FastifyInstance;
}
