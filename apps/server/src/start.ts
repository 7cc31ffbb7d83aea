import { createSessionTokenVerifier } from '@session-token/token-verify';
import type { FastifyInstance } from 'fastify';
import type { DestinationStream, Logger } from 'pino';
import { buildApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openDatabase } from './database/open.ts';
import { MIGRATIONS } from './features.ts';
import { createLogger } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { buildMetricsServer } from './observability/metrics-server.ts';
import { onSignals } from './shutdown.ts';

export interface StartOptions {
  /** Where log lines go. Default: stdout, as JSON. */
  logDestination?: DestinationStream;
  /** Adds to the app before it listens. */
  extend?: (app: FastifyInstance) => Promise<void>;
}

/** Runs the server as a process: settings, listeners, signals, and an exit code that tells how it ended. */
export async function start({ logDestination, extend }: StartOptions = {}): Promise<void> {
  exitIfNodeIsTooOld();
  const config = readConfigOrExit();
  const logger = createLogger({
    level: config.logLevel,
    ...(logDestination && { destination: logDestination }),
  });
  process.on('uncaughtException', (error) => die(logger, error, 'uncaught error'));
  if (config.secrets.length > 1)
    logger.warn('a rotation is open: what SHOPIFY_API_SECRET_PREVIOUS signed is accepted too');

  const verifier = createSessionTokenVerifier({
    clientId: config.clientId,
    secrets: config.secrets,
    cacheEntries: config.sessionTokenCacheEntries,
  });
  const metrics = config.metricsPort === undefined ? undefined : createMetrics(verifier);
  const database = await openDatabase(config.database, { migrations: MIGRATIONS, logger }).catch(
    (error: unknown) => die(logger, error, (error as Error).message),
  );
  let draining = false;
  const app = await buildApp({
    config,
    verifier,
    database,
    logger,
    ...(metrics && { metrics }),
    notReadyReason: () => (draining ? 'draining' : undefined),
  });
  const metricsServer = metrics && buildMetricsServer(metrics);

  try {
    await extend?.(app);
    await app.listen({ port: config.port, host: config.bindAddress });
    await metricsServer?.listen({ port: config.metricsPort ?? 0, host: config.bindAddress });
  } catch (error) {
    die(logger, error, listenProblem(error, config));
  }

  onSignals(logger, {
    drainSeconds: config.drainSeconds,
    drain: () => {
      draining = true;
    },
    close: async () => {
      await app.close();
      await metricsServer?.close();
    },
  });
}

/** `node:sqlite` and type stripping are stable from here on. */
const MIN_NODE_MAJOR = 24;

function exitIfNodeIsTooOld(): void {
  if (Number.parseInt(process.versions.node, 10) >= MIN_NODE_MAJOR) return;
  process.stderr.write(`The server needs Node ${MIN_NODE_MAJOR} or newer; this is ${process.version}.\n`);
  process.exit(1);
}

function readConfigOrExit(): Config {
  try {
    return readConfig();
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
    return `port ${taken ?? port} is taken: stop what listens there, or set ${name} to another`;
  }
  return 'cannot listen';
}

function die(logger: Logger, error: unknown, message: string): never {
  logger.fatal({ err: error }, message);
  logger.flush();
  process.exit(1);
}
