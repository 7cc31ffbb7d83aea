import fp from 'fastify-plugin';

/** Routes whose level is above this, such as the probes of a load balancer, get no line. */
const QUIET_LEVELS: ReadonlySet<string> = new Set(['warn', 'error', 'fatal', 'silent']);

/**
 * One line a request, when its response has left. The route's pattern, never the URL; the shop only once
 * the token is verified; no header and no body.
 */
export const requestLog = fp(
  async (app) => {
    app.addHook('onResponse', (request, reply, done) => {
      const { url, logLevel } = request.routeOptions;
      if (logLevel === undefined || !QUIET_LEVELS.has(logLevel)) {
        const line = {
          reqId: request.id,
          method: request.method,
          route: url ?? 'unknown',
          status: reply.statusCode,
          durationMs: Math.round(reply.elapsedTime * 10) / 10,
          kind: request.session?.kind,
          shop: request.session?.shop,
          code: request.errorCode ?? undefined,
        };
        app.log.info(line, 'request'); // not `request.log`, which would make a child logger for it
      }
      done();
    });
  },
  { name: 'request-log', dependencies: ['error-handler'] },
);
