import type { ApiErrorCode } from '@session-token/shared';
import { SESSION_TOKEN_ERRORS } from '@session-token/token-verify';
import fp from 'fastify-plugin';
import type { Metrics } from './metrics.ts';

/** Counts every response, and the decision on every token, when the response has left. */
export const requestMetrics = fp<{ metrics: Metrics }>(
  async (app, { metrics }) => {
    app.addHook('onResponse', (request, reply, done) => {
      if (request.session) metrics.verified(request.session);
      else if (isRefusal(request.errorCode)) metrics.refused(request.errorCode);
      const route = request.routeOptions.url ?? 'unknown';
      metrics.responded(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
  },
  { name: 'request-metrics', dependencies: ['error-handler'] },
);

function isRefusal(code: ApiErrorCode | null): code is keyof typeof SESSION_TOKEN_ERRORS {
  return code !== null && code in SESSION_TOKEN_ERRORS;
}
