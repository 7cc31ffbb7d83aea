import fp from 'fastify-plugin';

/**
 * One line a request, when its response has left. The route's pattern, never the URL; the shop only once
 * the token is verified; no header and no body.
 */
export const requestLog = fp(
  async (app) => {
    app.addHook('onResponse', (request, reply, done) => {
      const line = {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        kind: request.session?.kind,
        shop: request.session?.shop,
        code: request.errorCode ?? undefined,
      };
      request.log.info(line, 'request');
      done();
    });
  },
  { name: 'request-log', dependencies: ['error-handler'] },
);
