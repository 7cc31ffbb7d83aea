import { isIP } from 'node:net';
import { findOptionProblems } from '@session-token/token-verify';
import { parseDatabaseUrl } from './database/database-url.ts';
import { parseRedisUrl, type RedisServer } from './redis/redis-url.ts';
import { createSettings, type Settings, type Variables } from './settings.ts';

/** All settings, read once at start-up. `.env.example` explains each. */
export interface Config {
  clientId: string;
  secrets: readonly [current: string, previous?: string];
  port: number;
  bindAddress: string;
  /** Requests per minute and client address; 0 turns the limit off. */
  rateLimitPerMinute: number;
  /** The Redis that counts the limits per minute for all instances. `undefined`: each counts for itself. */
  redis: RedisServer | undefined;
  /** Proxies whose `X-Forwarded-For` is trusted: addresses, or the number of hops; `false` for none. */
  trustProxy: string[] | number | false;
  /** A SQLite file or a PostgreSQL server. */
  database: DatabaseConfig;
  /** Maximum number of cached tokens; 0 turns the cache off. */
  sessionTokenCacheEntries: number;
  /** Port of `/metrics`, or `undefined` for no metrics. */
  metricsPort: number | undefined;
  /** Share of traces to export, from 0 to 1, or `undefined` for no traces. */
  sampledTraces: number | undefined;
  logLevel: LogLevel;
  /** Mean event-loop delay above which requests are shed, in milliseconds; 0 turns the check off. */
  maxEventLoopDelayMs: number;
  /** Maximum number of connections. `undefined`: three quarters of the open files that the process may have. */
  maxConnections: number | undefined;
  /** Seconds that an idle connection stays open. Must be longer than the proxy's timeout. */
  keepAliveSeconds: number;
  /** Seconds that the server keeps serving after SIGTERM, while `/health/ready` returns 503. */
  drainSeconds: number;
}

export type DatabaseConfig =
  | { kind: 'sqlite'; path: string }
  | { kind: 'postgres'; url: string; poolSize: number };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown if settings are missing or wrong. Lists every problem, but never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      ['The server cannot start with these settings (.env.example explains each):', ...problems].join(
        '\n  - ',
      ),
    );
    this.problems = problems;
  }
}

/** The setting behind each option that the verifier validates. */
const SETTING_OF_OPTION: Record<string, string> = {
  clientId: 'SHOPIFY_API_KEY',
  'secrets[0]': 'SHOPIFY_API_SECRET',
  'secrets[1]': 'SHOPIFY_API_SECRET_PREVIOUS',
};

/**
 * Reads and validates all settings, by default from `process.env`. No other code in the server reads `process.env`.
 * Files that hold secrets are read here, once.
 *
 * @throws {ConfigError} with all problems at once
 */
export function readConfig(variables: Variables = process.env): Config {
  const settings = createSettings(variables);
  const { problems, text, integer } = settings;

  function trustProxy(): Config['trustProxy'] {
    const value = text('TRUST_PROXY') ?? 'off';
    if (value === 'off') return false;
    if (/^[1-9]\d?$/.test(value)) return Number(value);
    const addresses = value.split(',').map((address) => address.trim());
    if (addresses.every(isProxyAddress)) return addresses;
    problems.push('TRUST_PROXY must be off, a number of hops, or addresses like 10.0.0.0/8,loopback');
    return false;
  }

  const config: Config = {
    ...readClient(settings),
    port: integer('PORT', 3000, 0, 65_535),
    bindAddress: text('BIND_ADDRESS') ?? 'localhost',
    rateLimitPerMinute: integer('RATE_LIMIT_PER_MINUTE', 300, 0, 1_000_000),
    redis: readRedis(settings),
    trustProxy: trustProxy(),
    database: readDatabase(settings),
    sessionTokenCacheEntries: integer('SESSION_TOKEN_CACHE_ENTRIES', 10_000, 0, 10_000_000),
    metricsPort: text('METRICS_PORT') === undefined ? undefined : integer('METRICS_PORT', 0, 0, 65_535),
    sampledTraces: readSampledTraces(settings),
    logLevel: readLogLevel(settings),
    maxEventLoopDelayMs: integer('MAX_EVENT_LOOP_DELAY_MS', 200, 0, 60_000),
    maxConnections:
      text('MAX_CONNECTIONS') === undefined ? undefined : integer('MAX_CONNECTIONS', 1, 1, 1_000_000),
    keepAliveSeconds: integer('KEEP_ALIVE_SECONDS', 95, 1, 3600),
    drainSeconds: integer('DRAIN_SECONDS', 5, 0, 600),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Settings of the `migrate` command, which needs no client secret. */
export type MigrationConfig = Pick<Config, 'database' | 'logLevel'>;

/** Like `readConfig`, for the `migrate` command. @throws {ConfigError} */
export function readMigrationConfig(variables: Variables = process.env): MigrationConfig {
  const settings = createSettings(variables);
  const config = { database: readDatabase(settings), logLevel: readLogLevel(settings) };
  if (settings.problems.length > 0) throw new ConfigError(settings.problems);
  return config;
}

function readClient(settings: Settings): Pick<Config, 'clientId' | 'secrets'> {
  const { problems, required, requiredSecret, secret, sourceOf } = settings;
  const clientId = required('SHOPIFY_API_KEY', "the app's client id");
  const current = requiredSecret('SHOPIFY_API_SECRET', "the app's client secret");
  const previous = secret('SHOPIFY_API_SECRET_PREVIOUS');
  const secrets = previous === undefined ? ([current] as const) : ([current, previous] as const);
  const missing = [clientId === '' && 'SHOPIFY_API_KEY', current === '' && 'SHOPIFY_API_SECRET'];
  for (const { option, problem } of findOptionProblems({ clientId, secrets })) {
    const name = SETTING_OF_OPTION[option];
    if (name && !missing.includes(name)) problems.push(`${sourceOf(name)} ${problem}`);
  }
  if (previous === current)
    problems.push(
      'SHOPIFY_API_SECRET_PREVIOUS is the same as SHOPIFY_API_SECRET: set the previous secret, or leave it empty',
    );
  return { clientId, secrets };
}

function readDatabase({ problems, integer, secret, password }: Settings): DatabaseConfig {
  const poolSize = integer('DATABASE_POOL_SIZE', 10, 1, 500);
  const url = secret('DATABASE_URL') ?? 'file:./data/app.db';
  const target = parseDatabaseUrl(url, password('DATABASE_PASSWORD'));
  if (!('problem' in target)) return target.kind === 'sqlite' ? target : { ...target, poolSize };
  problems.push(target.problem);
  return { kind: 'sqlite', path: ':memory:' };
}

function readRedis({ problems, secret, sourceOf }: Settings): RedisServer | undefined {
  const url = secret('REDIS_URL');
  if (url === undefined) return undefined;
  const server = parseRedisUrl(url);
  if (!('problem' in server)) return server;
  problems.push(`${sourceOf('REDIS_URL')} ${server.problem}`);
  return undefined;
}

/** Reads whether to trace. The OpenTelemetry SDK reads the endpoint itself, and all other `OTEL_` variables. */
function readSampledTraces({ problems, text }: Settings): number | undefined {
  const share = text('OTEL_TRACES_SAMPLER_ARG') ?? '1';
  if (!/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(share))
    problems.push('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  const endpoint = text('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (endpoint === undefined) return undefined;
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    problems.push('OTEL_EXPORTER_OTLP_ENDPOINT must be a URL like http://localhost:4318');
  return Number(share);
}

const readLogLevel = ({ oneOf }: Settings): LogLevel => oneOf('LOG_LEVEL', LOG_LEVELS, 'info');

/** Whether the value is an address, a CIDR network, or one of Fastify's names (`loopback`, `linklocal`, `uniquelocal`). */
function isProxyAddress(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
