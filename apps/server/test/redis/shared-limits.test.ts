import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, test } from 'vitest';
import type { SharedLimits } from '../../src/http/limits/fixed-window.ts';
import { parseRedisUrl, type RedisServer } from '../../src/redis/redis-url.ts';
import { createSharedLimits } from '../../src/redis/shared-limits.ts';
import { createWritesApp, type WritesApp } from '../idempotency/writes-app.ts';
import { CLIENT_ID, SECRET, SHOP } from '../test-app.ts';
import { hasRedis, startRedis, type TestRedis } from './redis-server.ts';

// biome-ignore lint/style/noProcessEnv: set by `.ci/run` if it could install the program
const isRequired = process.env.REQUIRE_REDIS === 'true';
const PATH = '/api/session-token';
const ADDRESS = '203.0.113.77';
/** Well-formed, but signed with no secret. */
const FORGED = { 'x-shopify-hmac-sha256': `${'A'.repeat(43)}=` };
/** A lost connection shows as one of these, depending on when it is noticed. */
const LOST = expect.stringMatching(
  /^Redis unavailable: Redis: (?:ECONNRESET|EPIPE|connection closed|no response)$/,
);
/** A busy machine must not make Redis late. */
const PATIENT_MS = 30_000;

test.runIf(isRequired)('Redis is installed', () => {
  expect(hasRedis).toBe(true);
});

interface Instance extends WritesApp {
  limits: SharedLimits;
  /** Sends requests one after the other. Returns their statuses. */
  send: (count: number, token?: string) => Promise<number[]>;
  /** Sends webhooks without a valid signature one after the other. Returns their statuses. */
  sendWebhooks: (count: number, body?: string) => Promise<number[]>;
  /** Log lines about Redis. */
  redisLines: string[];
}

const cleanUps: Array<() => PromiseLike<unknown>> = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function redisForTest(flags?: readonly string[]): Promise<TestRedis> {
  const redis = await startRedis(flags);
  cleanUps.push(redis.stop);
  return redis;
}

async function startInstance(
  url: string,
  { timeoutMs = PATIENT_MS, rateLimitPerMinute = 10, clientId = CLIENT_ID } = {},
): Promise<Instance> {
  const redisLines: string[] = [];
  const limits = createSharedLimits({
    redis: parseRedisUrl(url) as RedisServer,
    clientId,
    secrets: [SECRET],
    logger: {
      info: (_details: object, message: string) => void redisLines.push(message),
      warn: ({ err }: { err?: Error }, message: string) =>
        void redisLines.push(`${message}: ${err?.message}`),
    },
    timeoutMs,
  });
  const writesApp = await createWritesApp({ rateLimitPerMinute, sharedLimits: limits });
  const { app, mint } = writesApp;
  cleanUps.push(() => app.close());
  const repeat = async (count: number, send: () => Promise<{ statusCode: number }>) => {
    const statuses: number[] = [];
    for (let sent = 0; sent < count; sent += 1) statuses.push((await send()).statusCode);
    return statuses;
  };
  return {
    ...writesApp,
    limits,
    redisLines,
    send: (count, token = mint()) =>
      repeat(count, () =>
        app.inject({ url: PATH, headers: { authorization: `Bearer ${token}` }, remoteAddress: ADDRESS }),
      ),
    sendWebhooks: (count, payload = '{}') =>
      repeat(count, () =>
        app.inject({ method: 'POST', url: '/webhooks', headers: FORGED, payload, remoteAddress: ADDRESS }),
      ),
  };
}

async function startTwo(redis: TestRedis, options?: Parameters<typeof startInstance>[1]) {
  const [first, second] = [await startInstance(redis.url, options), await startInstance(redis.url, options)];
  await isShared(first);
  await isShared(second);
  return [first, second] as const;
}

/** Waits until a request, from another address, is counted in Redis. */
const isShared = ({ app, limits }: Instance) =>
  expect
    .poll(async () => {
      await app.inject({ url: PATH, remoteAddress: '198.51.100.1' });
      return limits.isAvailable();
    })
    .toBe(true);

describe.skipIf(!hasRedis)('limits that two instances share', () => {
  test('allow exactly the configured requests per minute from an address', async () => {
    const [first, second] = await startTwo(await redisForTest());

    expect(await first.send(5)).toEqual(times(5, 200));
    expect(await second.send(6)).toEqual([...times(5, 200), 429]);
    expect(await first.send(1)).toEqual([429]);
    const headers = { authorization: `Bearer ${first.mint()}` };
    const rejected = await first.app.inject({ url: PATH, headers, remoteAddress: ADDRESS });
    expect(rejected.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(rejected.headers).toMatchObject({
      'ratelimit-limit': '10',
      'ratelimit-remaining': '0',
      'access-control-allow-origin': '*',
    });
    expect(Number(rejected.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(Number(rejected.headers['retry-after'])).toBeLessThanOrEqual(60);
    const other = await second.app.inject({ url: PATH, headers, remoteAddress: '203.0.113.78' });
    expect(other.statusCode).toBe(200);
    await first.app.close();
    expect(await second.send(2)).toEqual([429, 429]);
    expect([first.redisLines, second.redisLines]).toEqual([[], []]);
  });

  test('allow a fifth of that for rejected tokens, and still accept valid ones', async () => {
    const [first, second] = await startTwo(await redisForTest());

    expect(await first.send(1, 'garbage')).toEqual([401]);
    expect(await second.send(2, 'garbage')).toEqual([401, 429]);
    expect(await first.send(1, 'garbage')).toEqual([429]);
    expect(await first.send(1)).toEqual([200]);
  });

  test('allow a fifth of that for rejected webhooks, and no large one after that', async () => {
    const [first, second] = await startTwo(await redisForTest());
    const large = 'x'.repeat(16 * 1024 + 1);

    expect(await first.sendWebhooks(1)).toEqual([401]);
    expect(await second.sendWebhooks(1, large)).toEqual([401]);
    expect((await first.sendWebhooks(1, large)).concat(await second.sendWebhooks(1))).toEqual([429, 429]);
  });

  test('allow 30 writes per minute of a customer', async () => {
    const [first, second] = await startTwo(await redisForTest(), { rateLimitPerMinute: 1000 });
    for (let count = 1; count <= 15; count += 1) {
      expect((await first.write(first.mint(), 5, `first-${count}`)).statusCode).toBe(201);
      expect((await second.write(second.mint(), 5, `second-${count}`)).statusCode).toBe(201);
    }

    expect((await first.write(first.mint(), 5, 'over')).json()).toMatchObject({ code: 'rate_limited' });
    expect((await second.write(second.mint(), 5, 'over')).statusCode).toBe(429);
    const other = second.mint({ sub: 'gid://shopify/Customer/43' });
    expect((await second.write(other, 5, 'key')).statusCode).toBe(201);
  });

  test('are not shared with another app', async () => {
    const redis = await redisForTest();
    const [own, other] = [
      await startInstance(redis.url),
      await startInstance(redis.url, { clientId: 'other' }),
    ];
    await Promise.all([isShared(own), isShared(other)]);

    await own.send(10);
    expect(await own.send(1)).toEqual([429]);
    expect(await other.send(10)).toEqual(times(10, 200));
  });
});

describe.skipIf(!hasRedis)('the keys in Redis', () => {
  test('begin with the client id, expire within a minute, and contain no address, id or secret', async () => {
    const redis = await redisForTest();
    const instance = await startInstance(redis.url, { rateLimitPerMinute: 100 });
    await isShared(instance);
    const client = clientOf(redis);
    await client.flushall();
    const token = instance.mint();
    await instance.send(1, token);
    await instance.send(1, 'garbage');
    await instance.sendWebhooks(1);
    await instance.write(token, 5, 'secret-idempotency-key');
    const keys = await client.keys('*');

    const names = keys.map((key) => key.split(':')).map(([prefix, id, name]) => [prefix, id, name].join(':'));
    const limits = ['rejected-tokens', 'rejected-webhooks', 'requests', 'requests', 'writes'];
    expect(names.toSorted()).toEqual(limits.map((name) => `limits:${CLIENT_ID}:${name}`));
    for (const key of keys) {
      expect(await client.pttl(key)).toBeGreaterThan(0);
      expect(await client.pttl(key)).toBeLessThanOrEqual(60_000);
      expect(await client.get(key)).toMatch(/^\d+$/);
    }
    const plainHash = createHash('sha256').update(ADDRESS);
    const hashes = [plainHash.copy().digest('hex'), plainHash.digest('base64url')];
    for (const text of [
      ADDRESS,
      '127.0.0.1',
      SHOP,
      'Customer',
      SECRET,
      'secret',
      token,
      'garbage',
      ...hashes,
    ])
      expect(keys.join(' ')).not.toContain(text);
  });

  test('get a time of expiry even if one has none', async () => {
    const redis = await redisForTest();
    const instance = await startInstance(redis.url);
    await isShared(instance);
    const client = clientOf(redis);
    await client.flushall();
    await instance.send(1);
    const [key = ''] = await client.keys('*');
    await client.persist(key);

    await instance.send(1);
    expect(await client.pttl(key)).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasRedis)('without Redis, each instance limits for itself and rejects nothing else', () => {
  test('when Redis stops, until it is back', async () => {
    const redis = await redisForTest();
    const [first, second] = await startTwo(redis);
    await first.send(10);
    expect(await second.send(1)).toEqual([429]);

    await redis.stop();
    for (const instance of [first, second]) {
      expect(await instance.send(11)).toEqual([...times(10, 200), 429]);
      await expect.poll(() => instance.redisLines).toEqual([LOST]);
      expect(instance.limits.isAvailable()).toBe(false);
    }

    await redis.start();
    await isShared(first);
    await isShared(second);
    expect(await first.send(5)).toEqual(times(5, 200));
    expect(await second.send(6)).toEqual([...times(5, 200), 429]);
    expect(first.redisLines).toEqual([LOST, 'Redis available again']);
  });

  test('when Redis hangs, until it goes on', async () => {
    const redis = await redisForTest();
    const instance = await startInstance(redis.url, { timeoutMs: 1000 });
    await isShared(instance);
    await instance.send(10);

    redis.hang();
    const hungAt = performance.now();
    expect(await instance.send(11)).toEqual([...times(10, 200), 429]);
    expect(performance.now() - hungAt).toBeLessThan(5000); // only the first waits a second
    expect(await instance.send(1, 'garbage')).toEqual([429]);
    expect(instance.limits.isAvailable()).toBe(false);
    expect(instance.redisLines).toEqual(['Redis unavailable: Redis: no response']);

    redis.resume();
    await isShared(instance);
    expect(instance.redisLines).toHaveLength(2);
    expect(await instance.send(1)).toEqual([429]);
  });

  test('when Redis is full', async () => {
    const redis = await redisForTest(['--maxmemory', '1', '--maxmemory-policy', 'noeviction']);
    const instance = await startInstance(redis.url);
    await expect.poll(instance.limits.isAvailable).toBe(true);

    expect(await instance.send(11)).toEqual([...times(10, 200), 429]);
    await instance.sendWebhooks(1, 'x'.repeat(16 * 1024 + 1)); // also reads, which works
    expect(instance.redisLines).toEqual(['Redis unavailable: Redis: OOM']);
    expect(instance.limits.isAvailable()).toBe(false);
  });

  test('when Redis never ran, and an app that closes waits for nothing', async () => {
    const redis = await redisForTest();
    await redis.stop();
    const instance = await startInstance(redis.url);

    expect(await instance.send(11)).toEqual([...times(10, 200), 429]);
    await expect.poll(() => instance.redisLines).toEqual(['Redis unavailable: Redis: ECONNREFUSED']);
    await instance.app.close();
    expect(instance.redisLines).toHaveLength(1);
  });

  test('when the password is wrong, which no log line has', async () => {
    const redis = await redisForTest(['--requirepass', 'right-password']);
    const withPassword = (password: string) => redis.url.replace('//', `//:${password}@`);
    const right = await startInstance(withPassword('right-password'));
    await isShared(right);
    const wrong = await startInstance(withPassword('wrong-password'));

    await expect.poll(() => wrong.redisLines).toEqual(['Redis unavailable: Redis: WRONGPASS']);
    expect(await wrong.send(11)).toEqual([...times(10, 200), 429]);
    expect(wrong.redisLines).toHaveLength(1);
    expect(right.redisLines).toEqual([]);
    expect(await right.send(1)).toEqual([200]);
  });
});

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

function clientOf({ port }: TestRedis): Redis {
  const client = new Redis(port, '127.0.0.1');
  cleanUps.push(async () => client.disconnect());
  return client;
}
