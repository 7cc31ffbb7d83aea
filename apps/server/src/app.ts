import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { SessionTokenVerifier } from '@session-token/token-verify';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { appHome } from './app-home/routes.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { databasePlugin } from './database/plugin.ts';
import { ERROR_TABLE, FEATURES, PERSONAL_DATA } from './features.ts';
import { extensionCors } from './http/cors.ts';
import { errorHandler } from './http/errors/error-handler.ts';
import { failOnFalsyThrow } from './http/errors/falsy-throws.ts';
import { handleClientError, rewriteUndecodableUrl } from './http/errors/low-level-errors.ts';
import { healthRoutes } from './http/health.ts';
import { jsonBody } from './http/json-body.ts';
import { trustProxyOption } from './http/limits/client-address.ts';
import { type Connections, createConnections } from './http/limits/connections.ts';
import { createLocalWindow, type SharedLimits } from './http/limits/fixed-window.ts';
import { HTTP_LIMITS, type HttpLimits } from './http/limits/http-limits.ts';
import { overloadGuard } from './http/limits/overload.ts';
import { ipRateLimit } from './http/limits/rate-limit.ts';
import { openApi } from './http/openapi.ts';
import { securityHeaders } from './http/security-headers.ts';
import { buildSerializer } from './http/serializers.ts';
import { idempotency } from './idempotency/plugin.ts';
import type { Metrics } from './observability/metrics.ts';
import { requestEnd } from './observability/request-end.ts';
import { createRequestLog } from './observability/request-log.ts';
import { createRequestMetrics } from './observability/request-metrics.ts';
import type { Tracing } from './observability/tracing/tracing.ts';
import type { PersonalData } from './privacy/personal-data.ts';
import { privacyQueue } from './privacy/plugin.ts';
import { sessionTokenGuard } from './session-token/guard.ts';
import { webhookRoutes } from './webhooks/routes.ts';

export interface AppOptions {
  config: Pick<Config, 'rateLimitPerMinute' | 'maxEventLoopDelayMs' | 'trustProxy' | 'secrets'>;
  verifier: SessionTokenVerifier;
  /** Closed with the app. */
  database: Database;
  logger: FastifyBaseLogger;
  metrics?: Metrics;
  tracing?: Pick<Tracing, 'traceRequests' | 'end'>;
  /** Counts the limits per minute together with other instances. Closed with the app. Default: counted in this process. */
  sharedLimits?: SharedLimits | undefined;
  /** Default `HTTP_LIMITS`; tests shorten the times. */
  httpLimits?: HttpLimits;
  /** Closed with the app. Default: not limited. */
  connections?: Connections;
  /** Returns the event-loop delay that `overloadGuard` compares. Default: measured. */
  eventLoopDelayMs?: () => number;
  /** Returns the reason why the server should not get requests, or `undefined`. Default: always ready. */
  readinessProblem?: () => string | undefined;
  /** Returns the time of writes, in milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
  /** Features that store customer data. Default: those of `FEATURES`. */
  personalData?: Readonly<Record<string, PersonalData>>;
}

const AJV_OPTIONS = {
  coerceTypes: false, // "1" is not a number
  removeAdditional: false,
  // TypeBox creates valid schemas. Checking them against the meta-schema takes a seventh of the start-up time.
  validateSchema: false,
  meta: false,
};

/** Wires the API. Hooks run in the order of registration: CORS answers preflights before anything can reject them. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    config,
    verifier,
    database,
    logger,
    metrics,
    tracing,
    sharedLimits,
    httpLimits = HTTP_LIMITS,
    connections = createConnections(),
    readinessProblem = () => undefined,
    eventLoopDelayMs,
    now = Date.now,
    personalData = PERSONAL_DATA,
  } = options;
  const app = fastify({
    ...httpLimits,
    serverFactory: connections.serverFactory,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }), // `requestLog` writes the one line
    genReqId: () => randomUUID(),
    trustProxy: trustProxyOption(config.trustProxy),
    return503OnClosing: false, // requests that arrive while the server closes still get their response
    clientErrorHandler: handleClientError,
    rewriteUrl: rewriteUndecodableUrl,
    ajv: { customOptions: AJV_OPTIONS },
    schemaController: { compilersFactory: { buildSerializer } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.addHook('preClose', () => connections.close());
  failOnFalsyThrow(app);
  await app.register(securityHeaders);
  await app.register(extensionCors);
  await app.register(errorHandler, { errorTable: ERROR_TABLE });
  await app.register(jsonBody);
  tracing?.traceRequests(app);
  await app.register(requestEnd, {
    record: [
      createRequestLog(logger),
      ...(metrics ? [createRequestMetrics(metrics)] : []),
      ...(tracing ? [tracing.end] : []),
    ],
  });
  await app.register(overloadGuard, {
    maxDelayMs: config.maxEventLoopDelayMs,
    ...(eventLoopDelayMs && { delayMs: eventLoopDelayMs }),
  });
  app.addHook('onClose', async () => sharedLimits?.close());
  await app.register(ipRateLimit, { perMinute: config.rateLimitPerMinute, shared: sharedLimits });
  await app.register(openApi);
  await app.register(databasePlugin, { database });
  metrics?.watchDatabase(database);
  if (sharedLimits) metrics?.watchSharedLimits(sharedLimits);
  const createWindow = sharedLimits?.createWindow ?? createLocalWindow;
  await app.register(idempotency, { now, ...(config.rateLimitPerMinute > 0 && { createWindow }) });
  await app.register(privacyQueue, { personalData, now, onPending: metrics?.privacyRequests });
  const checkReadiness = async () => readinessProblem() ?? database.readinessProblem();
  await app.register(healthRoutes, { checkReadiness });
  await app.register(appHome, { secrets: config.secrets, checkReadiness, now });
  await app.register(webhookRoutes, { secrets: config.secrets });

  await app.register(
    async (api) => {
      await api.register(sessionTokenGuard, { verifier, onRejected: api.rejectionLimits.tokens.count });
      for (const { routes } of Object.values(FEATURES)) if (routes) await api.register(routes);
    },
    { prefix: '/api' },
  );
  return app as unknown as FastifyInstance;
}
