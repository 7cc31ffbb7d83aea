import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

/** 32 hexadecimal digits, like Shopify's secrets. */
const SECRET = '0123456789abcdef'.repeat(2);
const required = { SHOPIFY_API_KEY: 'client-id', SHOPIFY_API_SECRET: SECRET };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('readConfig', () => {
  test('needs only the client id and secret, and has the documented defaults', () => {
    expect(readConfig(required)).toEqual({
      clientId: 'client-id',
      secrets: [SECRET],
      port: 3000,
      bindAddress: 'localhost',
      rateLimitPerMinute: 300,
      trustProxy: false,
      database: { kind: 'sqlite', path: './data/app.db' },
      sessionTokenCacheEntries: 10_000,
      metricsPort: undefined,
      sampledTraces: undefined,
      logLevel: 'info',
      maxEventLoopDelayMs: 200,
      maxConnections: undefined,
      keepAliveSeconds: 95,
      drainSeconds: 5,
    });
  });

  test('lists every missing or wrong setting at once', () => {
    const problems = problemsOf({ PORT: 'http', LOG_LEVEL: 'loud', TRUST_PROXY: 'true' });

    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual([
      'LOG_LEVEL',
      'PORT',
      'SHOPIFY_API_KEY',
      'SHOPIFY_API_SECRET',
      'TRUST_PROXY',
    ]);
  });

  test.each([
    ['empty', '', true],
    ['blank', '    ', true],
    ['one short of 32 characters', SECRET.slice(1), true],
    ['of 32 characters', SECRET, false],
    ['that is a placeholder', 'your-client-secret-goes-here-0123', true],
    ['with white space inside', `${SECRET} x`, true],
  ])('a secret %s is rejected: %s', (_name, secret, isRejected) => {
    const problems = problemsOf({ ...required, SHOPIFY_API_SECRET: secret });

    expect(problems.length > 0).toBe(isRejected);
    if (secret.trim()) expect(problems.join()).not.toContain(secret);
  });

  test('applies the same rule to the previous secret', () => {
    expect(
      readConfig({ ...required, SHOPIFY_API_SECRET_PREVIOUS: SECRET.toUpperCase() }).secrets,
    ).toHaveLength(2);
    expect(problemsOf({ ...required, SHOPIFY_API_SECRET_PREVIOUS: 'short' })).toEqual([
      expect.stringMatching(/^SHOPIFY_API_SECRET_PREVIOUS must have/),
    ]);
    expect(problemsOf({ ...required, SHOPIFY_API_SECRET_PREVIOUS: 'client-id' })).toEqual([
      expect.stringMatching(/^SHOPIFY_API_SECRET_PREVIOUS is the client id/),
    ]);
  });

  test('reports a missing client id and secret once each, and still checks the previous secret', () => {
    expect(problemsOf({ SHOPIFY_API_SECRET_PREVIOUS: 'short' })).toEqual([
      expect.stringMatching(/^SHOPIFY_API_KEY is missing/),
      expect.stringMatching(/^SHOPIFY_API_SECRET is missing/),
      expect.stringMatching(/^SHOPIFY_API_SECRET_PREVIOUS must have/),
    ]);
  });

  test('lists an impossible client id by its setting, with the other problems', () => {
    const problems = problemsOf({ SHOPIFY_API_KEY: '<client id>', SHOPIFY_API_SECRET: 'short' });

    expect(problems).toEqual([
      expect.stringMatching(/^SHOPIFY_API_KEY must be/),
      expect.stringMatching(/^SHOPIFY_API_SECRET must have/),
    ]);
  });

  test.each([
    ['the current secret again', { SHOPIFY_API_SECRET_PREVIOUS: SECRET }, /^SHOPIFY_API_SECRET_PREVIOUS is/],
    [
      'with a line feed, too',
      { SHOPIFY_API_SECRET_PREVIOUS: `${SECRET}\n` },
      /^SHOPIFY_API_SECRET_PREVIOUS is/,
    ],
    ['the client id for the secret', { SHOPIFY_API_KEY: SECRET }, /^SHOPIFY_API_SECRET is the client id/],
    ['id and secret swapped', { SHOPIFY_API_KEY: `shpss_${SECRET}` }, /^SHOPIFY_API_KEY is a client secret/],
    ['quotes that an env file kept', { SHOPIFY_API_SECRET: `"${SECRET}"` }, /^SHOPIFY_API_SECRET must/],
  ])('rejects %s without quoting it', (_name, settings, problem) => {
    const problems = problemsOf({ ...required, ...settings });

    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems.join()).not.toContain(SECRET);
  });

  test('removes a line feed after a secret, as secret files have it', () => {
    expect(readConfig({ ...required, SHOPIFY_API_SECRET: `${SECRET}\n` }).secrets).toEqual([SECRET]);
  });

  test.each([
    ['PORT', '0', '65535', ['-1', '65536', '3000x', '1e3', '']],
    ['DRAIN_SECONDS', '0', '600', ['601', '1.5']],
    ['MAX_EVENT_LOOP_DELAY_MS', '0', '60000', ['60001']],
    ['MAX_CONNECTIONS', '1', '1000000', ['0', '1000001']],
    ['KEEP_ALIVE_SECONDS', '1', '3600', ['0', '3601']],
    ['RATE_LIMIT_PER_MINUTE', '0', '1000000', ['1000001']],
    ['OTEL_TRACES_SAMPLER_ARG', '0', '1.0', ['1.1', '-0.1', '1e-3', '.5', 'always_on']],
  ])('%s accepts %s to %s', (name, min, max, outside) => {
    for (const value of [min, max]) expect(problemsOf({ ...required, [name]: value })).toEqual([]);
    for (const value of outside.filter(Boolean))
      expect(problemsOf({ ...required, [name]: value })).toHaveLength(1);
  });

  test('traces are on with an endpoint only, and all of them by default', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    const share = (env: Record<string, string>) => readConfig({ ...required, ...env }).sampledTraces;

    expect(share({ OTEL_TRACES_SAMPLER_ARG: '0.01' })).toBeUndefined();
    expect(share(endpoint)).toBe(1);
    expect(share({ ...endpoint, OTEL_TRACES_SAMPLER_ARG: '0.01' })).toBe(0.01);
    for (const value of ['localhost:4318', 'grpc://localhost:4317', 'collector'])
      expect(problemsOf({ ...required, OTEL_EXPORTER_OTLP_ENDPOINT: value })).toHaveLength(1);
  });

  test.each([
    ['off', false],
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 192.0.2.7,2001:db8::/32', ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']],
  ])('TRUST_PROXY=%s', (value, expected) => {
    expect(readConfig({ ...required, TRUST_PROXY: value }).trustProxy).toEqual(expected);
  });

  test.each(['true', '*', '0', '10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '::/129'])(
    'rejects TRUST_PROXY=%s, which would trust more or less than it says',
    (value) => {
      expect(problemsOf({ ...required, TRUST_PROXY: value })).toHaveLength(1);
    },
  );

  test.each([
    ['file:/var/lib/app.db', { kind: 'sqlite', path: '/var/lib/app.db' }],
    ['file::memory:', { kind: 'sqlite', path: ':memory:' }],
    ['postgres://u:p@db:5432/app', { kind: 'postgres', url: 'postgres://u:p@db:5432/app', poolSize: 10 }],
    ['postgresql://db/app', { kind: 'postgres', url: 'postgresql://db/app', poolSize: 10 }],
  ])('DATABASE_URL=%s', (value, expected) => {
    expect(readConfig({ ...required, DATABASE_URL: value }).database).toEqual(expected);
  });

  test.each(['./data/app.db', 'file:', 'file:app.db?mode=ro', 'mysql://u:hunter2@db/app', 'postgres://'])(
    'rejects DATABASE_URL=%s without quoting it, because it may contain a password',
    (value) => {
      const problems = problemsOf({ ...required, DATABASE_URL: value });

      expect(problems).toHaveLength(1);
      expect(problems[0]).not.toContain('hunter2');
    },
  );

  test.each(['a/b', 'a#b', 'a?b', '12/3', '12#3', '12?3', '12?a=3', '%e9'])(
    'rejects DATABASE_URL with the unencoded password %s, which splits it in the wrong place',
    (password) => {
      const problems = problemsOf({ ...required, DATABASE_URL: `postgres://app:${password}@db/app` });
      expect(problems).toEqual([expect.stringContaining('set it as DATABASE_PASSWORD')]);
    },
  );

  test.each(['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full'])(
    'sslmode=%s',
    (mode) => {
      const url = `postgres://db/app?sslmode=${mode}`;
      expect(readConfig({ ...required, DATABASE_URL: url }).database).toMatchObject({ url });
    },
  );

  test.each(['', 'requrie', 'allow', 'VERIFY-FULL', 'true'])('rejects the unknown sslmode=%s', (mode) => {
    const problems = problemsOf({ ...required, DATABASE_URL: `postgres://db/app?sslmode=${mode}` });
    expect(problems).toEqual([expect.stringContaining('DATABASE_URL has a wrong sslmode')]);
  });

  test.each([
    ['a second password', 'postgres://u:hunter1@db/app', 'keep one'],
    ['a second password among the parameters', 'postgres://db/app?password=hunter1', 'keep one'],
    ['SQLite', 'file:app.db', 'names no PostgreSQL'],
  ])('rejects DATABASE_PASSWORD next to %s', (_what, url, problem) => {
    const problems = problemsOf({ ...required, DATABASE_URL: url, DATABASE_PASSWORD: 'hunter2' });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).not.toMatch(/hunter/);
  });

  test('treats an empty DATABASE_PASSWORD as none', () => {
    const env = { ...required, DATABASE_URL: 'postgres://u:p@db/app', DATABASE_PASSWORD: '' };
    expect(readConfig(env).database).toMatchObject({ url: 'postgres://u:p@db/app' });
  });

  test('reads the number of PostgreSQL connections from DATABASE_POOL_SIZE', () => {
    const env = { ...required, DATABASE_URL: 'postgres://db/app', DATABASE_POOL_SIZE: '3' };
    expect(readConfig(env).database).toMatchObject({ poolSize: 3 });
    expect(problemsOf({ ...env, DATABASE_POOL_SIZE: '0' })).toHaveLength(1);
  });
});
