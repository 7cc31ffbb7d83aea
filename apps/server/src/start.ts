import { createSessionTokenVerifier } from '@session-token/token-verify';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openDatabase } from './database/open.ts';
import { MIGRATIONS } from './features.ts';
import { knownErrorCode } from './http/errors/error-response.ts';
import { createConnections } from './http/limits/connections.ts';
import { createHttpLimits } from './http/limits/http-limits.ts';
import { defaultMaxConnections } from './http/limits/max-connections.ts';
import { listen } from './http/listen.ts';
import { createLogger, flushLog, openStdout } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { buildMetricsServer } from './observability/metrics-server.ts';
import { isQuiet } from './observability/request-log.ts';
import { exit, type Shutdown } from './shutdown.ts';

export interface StartOptions {
  shutdown: Shutdown;
  /** Formats a log line, which is JSON with a line break. Default: unchanged. */
  formatLogLine?: (line: string) => string;
  /** Extends the app before it listens. */
  extend?: (app: FastifyInstance) => Promise<void>;
}

/** Maximum number of `/metrics` connections. They are separate, so that clients of the server cannot use them up. */
const MAX_METRICS_CONNECTIONS = 16;
/** Time for the database to close after the last response. */
const CLEANUP_TIMEOUT_MS = 1_000;

/** Runs the server process: settings, listeners, shutdown and exit code. */
export async function start({ shutdown, formatLogLine, extend }: StartOptions): Promise<void> {
  const config = readOrExit(() => readConfig());
  const logger = createLogger({ level: config.logLevel, destination: openStdout(formatLogLine) });
  async function exitWithError(error: unknown, message: string): Promise<never> {
    logger.fatal({ err: error }, message);
    await flushLog(logger);
    return exit(1);
  }
  process.on('uncaughtException', (error) => exitWithError(error, 'uncaught error'));
  shutdown.beforeExit(async (exitCode) => {
    logger.info({ closed: exitCode === 0 }, 'stopped');
    await flushLog(logger);
  });
  if (config.secrets.length > 1)
    logger.warn('a rotation is open: tokens signed with SHOPIFY_API_SECRET_PREVIOUS are also accepted');

  // Loaded only if it is used.
  const tracing =
    config.sampledTraces === undefined
      ? undefined
      : (await import('./observability/tracing/sdk.ts')).startTracing({
          sampledShare: config.sampledTraces,
          isTraced: (request) => !isQuiet(request),
          codeOf: knownErrorCode,
          logger,
        });
  const verifier = createSessionTokenVerifier({
    clientId: config.clientId,
    secrets: config.secrets,
    cacheEntries: config.sessionTokenCacheEntries,
  });
  const metrics = config.metricsPort === undefined ? undefined : createMetrics(verifier);
  const database = await openDatabase(config.database, { migrations: MIGRATIONS, logger }).catch(
    (error: unknown) => exitWithError(error, (error as Error).message),
  );
  // Loaded only if it is used.
  const sharedLimits =
    config.redis && config.rateLimitPerMinute > 0
      ? (await import('./redis/shared-limits.ts')).createSharedLimits({
          ...config,
          redis: config.redis,
          logger,
        })
      : undefined;
  let draining = false;
  const connections = createConnections({ maxConnections: config.maxConnections ?? defaultMaxConnections() });
  const app = await buildApp({
    config,
    verifier: tracing?.traceVerifier(verifier) ?? verifier,
    database: tracing?.traceDatabase(database) ?? database,
    logger,
    connections,
    sharedLimits,
    httpLimits: createHttpLimits(config),
    ...(metrics && { metrics }),
    ...(tracing && { tracing }),
    readinessProblem: () => (draining ? 'draining' : undefined),
  });
  const metricsConnections = createConnections({ maxConnections: MAX_METRICS_CONNECTIONS });
  const metricsServer = metrics && buildMetricsServer(metrics, metricsConnections);
  await extend?.(app);

  shutdown.steps({
    drainSeconds: config.drainSeconds,
    drain(signal, waitSeconds) {
      draining = true;
      connections.drain();
      logger.info({ signal, waitSeconds }, 'draining');
    },
    async close() {
      await Promise.all([connections.close(), metricsConnections.close()]);
      const closed = app.close().then(() => tracing?.shutdown());
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLEANUP_TIMEOUT_MS))]);
    },
  });
  const host = config.bindAddress;
  try {
    await listen({ app, connections, logger, host, port: config.port });
    if (metricsServer) {
      const port = config.metricsPort ?? 0;
      await listen({ app: metricsServer, connections: metricsConnections, logger, host, port });
    }
  } catch (error) {
    if (!draining) await exitWithError(error, listenProblem(error, config));
  }
}

/** Returns the settings, or ends the process with one line for each problem. */
export function readOrExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function listenProblem(error: unknown, { port, metricsPort }: Config): string {
  const { code, port: taken } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    const name = taken === metricsPort ? 'METRICS_PORT' : 'PORT';
    return `port ${taken ?? port} is in use: stop the other process, or set ${name} to another`;
  }
  return 'cannot listen: check BIND_ADDRESS and PORT';
}
