import { createTokenIssuer, type Mint } from '@session-token/token-issuer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQuietly } from '../database/databases.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { hasRedis, startRedis, type TestRedis } from '../redis/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { CLIENT_ID, PREVIOUS_SECRET, SECRET, SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { type LoadBalancer, startLoadBalancer } from './load-balancer.ts';
import { adjust, customerToken, enroll, untilDecided } from './server-client.ts';

// biome-ignore lint/style/noProcessEnv: `INSTANCES=8` runs these tests on eight processes
const INSTANCES = Number(process.env.INSTANCES ?? 2);
const LIMIT = 60 * INSTANCES;

let databaseUrl: string;
let redis: TestRedis | undefined;
let balancer: LoadBalancer;
let instances: ServerProcess[];

beforeAll(async () => {
  databaseUrl = await createPostgresDatabase();
  redis = hasRedis ? await startRedis() : undefined;
  balancer = await startLoadBalancer();
  instances = await Promise.all(Array.from({ length: INSTANCES }, () => start()));
  for (const { url } of instances) balancer.add(url);
});

afterAll(async () => {
  for (const { child } of instances) child.kill('SIGINT');
  await Promise.all(instances.map(({ exited }) => exited));
  await balancer.close();
  await redis?.stop();
});

function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  return startServerProcess({
    env: {
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: '3',
      RATE_LIMIT_PER_MINUTE: String(LIMIT),
      TRUST_PROXY: '1',
      DRAIN_SECONDS: '60', // ended by the test
      ...(redis && { REDIS_URL: redis.url }),
      ...env,
    },
  });
}

/** Replaces each instance by one with these settings, one after the other, as a rolling deployment does. */
async function deploy(env?: Record<string, string>): Promise<void> {
  for (const [index, old] of instances.entries()) {
    const successor = await start(env);
    balancer.add(successor.url);
    instances[index] = successor;
    old.child.kill('SIGTERM');
    await balancer.removeUnready(old.url);
    old.child.kill('SIGTERM'); // the second one ends the wait
    expect(await old.exited).toBe(0);
  }
}

/** Sends requests through the load balancer while something happens: reads of a balance, and enrollments of new customers. */
async function underLoad(mint: () => Mint, change: () => Promise<void>): Promise<Record<string, number>> {
  let isRunning = true;
  let sent = 0;
  const statuses: Record<string, number> = {};
  async function client(): Promise<void> {
    while (isRunning) {
      sent += 1;
      const headers = {
        authorization: `Bearer ${mint()({ sub: `gid://shopify/Customer/${1000 + sent}` })}`,
        'x-forwarded-for': `10.0.${sent >> 8}.${sent & 255}`,
      };
      const path = sent % 4 === 0 ? '/api/loyalty/enrollment' : '/api/session-token';
      const response = await fetch(balancer.url + path, { method: sent % 4 === 0 ? 'POST' : 'GET', headers });
      const body = await response.text();
      const outcome = response.ok ? String(response.status) : `${response.status} ${body}`;
      statuses[outcome] = (statuses[outcome] ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, 20)); // a steady load, not as much as possible
    }
  }
  const clients = Promise.all(Array.from({ length: 2 }, client));
  await change().finally(() => {
    isRunning = false;
  });
  await clients;
  return statuses;
}

const mintWith = (secret: string) => createTokenIssuer({ clientId: CLIENT_ID, secret, shop: SHOP });

describe(`${INSTANCES} processes on one PostgreSQL behind a load balancer`, () => {
  test('perform a write once that all of them get at the same time with one key', async () => {
    await enroll(balancer.url, customerToken('42'));
    const attempts = instances.flatMap(({ url }) => [url, url, url]);
    const outcomes = await Promise.all(
      attempts.map((url) => untilDecided(() => adjust(url, '42', 5, 'one-key'))),
    );

    expect(outcomes.map(({ status }) => status)).toEqual(attempts.map(() => 201));
    expect(outcomes.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    const database = await openQuietly({ kind: 'postgres', url: databaseUrl, poolSize: 1 });
    expect(await expectLedgerAddsUp(database, SHOP, '42')).toEqual([100, 5]);
    await database.close();
  });

  test.skipIf(!hasRedis)('allow an address the limit once, not once each', async () => {
    const headers = { authorization: `Bearer ${mintWith(SECRET)()}`, 'x-forwarded-for': '203.0.113.1' };
    let accepted = 0;
    for (let sent = 0; sent < INSTANCES * LIMIT; sent += 1) {
      const { status } = await fetch(`${balancer.url}/api/session-token`, { headers });
      if (status === 200) accepted += 1;
    }

    // Some more if Redis was late on a busy machine. shared-limits.test.ts has the exact limit.
    expect(accepted).toBeGreaterThanOrEqual(LIMIT);
    expect(accepted).toBeLessThan(1.5 * LIMIT);
  });

  test('rotate the client secret, in two rolling restarts, without a failed request or a rejected token', async () => {
    const [oldSecret, newSecret] = [SECRET, PREVIOUS_SECRET];
    let mint = mintWith(oldSecret);
    const statuses = await underLoad(
      () => mint,
      async () => {
        await deploy({ SHOPIFY_API_SECRET: newSecret, SHOPIFY_API_SECRET_PREVIOUS: oldSecret });
        mint = mintWith(newSecret); // Shopify switches
        await deploy({ SHOPIFY_API_SECRET: newSecret });
      },
    );

    expect(statuses).toEqual({ 200: expect.any(Number), 201: expect.any(Number) });
    expect(balancer.served.size).toBeGreaterThanOrEqual(3 * INSTANCES - 1);
    for (const { url } of instances) {
      const headers = { authorization: `Bearer ${mintWith(oldSecret)()}` };
      const rejected = await fetch(`${url}/api/session-token`, { headers });
      expect(await rejected.json()).toMatchObject({ code: 'bad_signature' });
    }
  });
});
