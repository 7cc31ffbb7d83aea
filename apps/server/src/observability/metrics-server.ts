import fastify, { type FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** `GET /metrics` on a port of its own, so that what operators see never shares an address with what extensions call. */
export function buildMetricsServer(metrics: Metrics): FastifyInstance {
  const app = fastify({ logger: false });
  app.get('/metrics', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8');
    return metrics.text();
  });
  return app;
}
