import { ERROR_TABLE } from '@session-token/server/src/features.ts';
import { extensionCors } from '@session-token/server/src/http/cors.ts';
import { errorHandler } from '@session-token/server/src/http/errors/error-handler.ts';
import { overloadGuard } from '@session-token/server/src/http/limits/overload.ts';
import { ipRateLimit } from '@session-token/server/src/http/limits/rate-limit.ts';
import { securityHeaders } from '@session-token/server/src/http/security-headers.ts';
import { createLogger, openStdout } from '@session-token/server/src/observability/logger.ts';
import { createMetrics } from '@session-token/server/src/observability/metrics.ts';
import { requestEnd } from '@session-token/server/src/observability/request-end.ts';
import { createRequestLog } from '@session-token/server/src/observability/request-log.ts';
import { createRequestMetrics } from '@session-token/server/src/observability/request-metrics.ts';
import { sessionTokenGuard } from '@session-token/server/src/session-token/guard.ts';
import { sessionTokenRoutes } from '@session-token/server/src/session-token/routes.ts';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import fastify, { LogController } from 'fastify';

/**
 * Serves the guard and its route, with CORS, errors and the layers that `LAYERS` names. The cost of a layer is the
 * difference. Without layers the server is as bare as those it is compared with.
 */
const { SHOPIFY_API_KEY = '', SHOPIFY_API_SECRET = '', PORT, LAYERS = '' } = process.env;
const layers = new Set(LAYERS.split(','));
const verifier = createSessionTokenVerifier({ clientId: SHOPIFY_API_KEY, secrets: [SHOPIFY_API_SECRET] });

const app = fastify({
  ...(layers.has('log')
    ? { loggerInstance: createLogger({ level: 'info', destination: openStdout() }) }
    : { logger: false }),
  logController: new LogController({ disableRequestLogging: true }),
});
await app.register(extensionCors);
if (layers.has('headers')) await app.register(securityHeaders);
await app.register(errorHandler, { errorTable: ERROR_TABLE });
const record = [
  ...(layers.has('log') ? [createRequestLog(app.log)] : []),
  ...(layers.has('metrics') ? [createRequestMetrics(createMetrics(verifier))] : []),
];
if (record.length > 0) await app.register(requestEnd, { record });
if (layers.has('overload')) await app.register(overloadGuard, { maxDelayMs: 200 });
if (layers.has('limit')) await app.register(ipRateLimit, { perMinute: 1_000_000 });
await app.register(
  async (api) => {
    await api.register(sessionTokenGuard, { verifier });
    await api.register(sessionTokenRoutes);
  },
  { prefix: '/api' },
);
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
