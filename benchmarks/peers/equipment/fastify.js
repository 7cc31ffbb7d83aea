import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { createDurations } from './durations.js';

/** Adds what this project's server has besides the guard, from the usual plugins. Each limit is too high to be reached. */
export async function equipFastify(app) {
  await app.register(helmet);
  await app.register(underPressure, { maxEventLoopDelay: 10_000 });
  await app.register(rateLimit, { max: 10_000_000, timeWindow: '1 minute' });
  const durations = createDurations();
  app.addHook('onResponse', async (request, reply) => {
    const { url: route } = request.routeOptions;
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.info({ req: request, res: reply, responseTime: reply.elapsedTime }, 'request completed');
  });
}
