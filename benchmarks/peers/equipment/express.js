import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { createDurations } from './durations.js';
import { openLog } from './log.js';

const MAX_DELAY_NANOSECONDS = 10e9;

/** As short as the line that Fastify writes. */
const serializers = {
  req: ({ method, url, remoteAddress, remotePort }) => ({ method, url, remoteAddress, remotePort }),
  res: ({ statusCode }) => ({ statusCode }),
};

/** Adds what this project's server has besides the guard, from the usual middleware. Each limit is too high to be reached. */
export function equipExpress(app) {
  app.use(pinoHttp({ logger: openLog(), serializers })); // by default, it logs every token
  app.use(helmet());
  app.use(shedLoad());
  app.use(rateLimit({ limit: 10_000_000, windowMs: 60_000, standardHeaders: true, legacyHeaders: false }));
  const durations = createDurations();
  app.use((request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const { method, route } = request;
      const labels = { method, route: route?.path, status: response.statusCode };
      durations.observe(labels, (performance.now() - startedAt) / 1000);
    });
    next();
  });
}

/** Answers 503 while the event loop is late. Express has no maintained middleware for it. */
function shedLoad() {
  const delay = monitorEventLoopDelay();
  delay.enable();
  return (_request, response, next) => {
    if (delay.mean > MAX_DELAY_NANOSECONDS) response.sendStatus(503);
    else next();
  };
}
