import { createTokenIssuer, type Mint } from '@session-token/token-issuer';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import type { FastifyInstance, LightMyRequestResponse as Response, RouteOptions } from 'fastify';
import { buildApp } from '../src/app.ts';
import type { DatabaseConfig } from '../src/config.ts';
import { openDatabase } from '../src/database/open.ts';
import { MIGRATIONS } from '../src/features.ts';
import type { Connections } from '../src/http/limits/connections.ts';
import type { SharedLimits } from '../src/http/limits/fixed-window.ts';
import type { HttpLimits } from '../src/http/limits/http-limits.ts';
import { createLogger } from '../src/observability/logger.ts';
import type { Metrics } from '../src/observability/metrics.ts';
import type { PersonalData } from '../src/privacy/personal-data.ts';
import { recordRoutes } from './route-recorder.ts';

export const CLIENT_ID = '0123456789abcdef0123456789abcdef';
export const SECRET = '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';
export const PREVIOUS_SECRET = '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';
export const SHOP = 'sandbox.myshopify.com';
/** The time in all tests: 2026-01-01T00:00:00Z, in milliseconds. */
export const NOW = Date.UTC(2026, 0, 1);

export const IN_MEMORY: DatabaseConfig = { kind: 'sqlite', path: ':memory:' };

export interface TestApp {
  app: FastifyInstance;
  /** Every route, in the order of registration. */
  routes: RouteOptions[];
  mint: Mint;
  /** Log lines written so far, parsed. */
  logLines: () => Array<Record<string, unknown>>;
  /** `GET` with this token as bearer token. */
  get: (url: string, token: string) => Promise<Response>;
}

export interface TestAppOptions {
  rateLimitPerMinute?: number;
  trustProxy?: string[] | number | false;
  /** Default 200, like the server's. */
  maxEventLoopDelayMs?: number;
  /** Default: an empty SQLite database in memory. */
  database?: DatabaseConfig;
  /** The clock of tokens and writes. Default: fixed at `NOW`. */
  now?: () => number;
  metrics?: Metrics;
  sharedLimits?: SharedLimits;
  httpLimits?: HttpLimits;
  connections?: Connections;
  /** Default: no delay, because a busy machine must not fail unrelated tests. */
  eventLoopDelayMs?: () => number;
  readinessProblem?: () => string | undefined;
  /** Default: the server's features. */
  personalData?: Readonly<Record<string, PersonalData>>;
  /** Adds routes before the app is ready. */
  extend?: (app: FastifyInstance) => void;
}

/**
 * Builds the real app with a real verifier, on a fixed clock. Keeps the log in memory. `app.inject` rejects
 * if a route answers an error code that it does not declare.
 */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const {
    rateLimitPerMinute = 0,
    trustProxy = false,
    maxEventLoopDelayMs = 200,
    extend,
    database = IN_MEMORY,
    ...rest
  } = options;
  const { now = () => NOW } = options;
  const written: string[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line: string) => void written.push(line) },
  });
  const opened = await openDatabase(database, { migrations: MIGRATIONS, logger });
  const { building, routes } = recordRoutes(() =>
    buildApp({
      config: {
        rateLimitPerMinute,
        maxEventLoopDelayMs,
        trustProxy,
        secrets: [SECRET, PREVIOUS_SECRET],
      },
      verifier: createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET, PREVIOUS_SECRET], now }),
      database: opened,
      logger,
      now,
      eventLoopDelayMs: () => 0,
      ...rest,
    }),
  );
  const app = await building;
  extend?.(app);
  await app.ready();
  return {
    app,
    routes,
    mint: createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, shop: SHOP, now }),
    logLines: () => written.map((line) => JSON.parse(line)),
    get: (url, token) => app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } }),
  };
}
