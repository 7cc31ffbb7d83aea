import { describe, expect, test } from 'vitest';
import { createTestApp } from './test-app.ts';

const URL = '/api/session-token';

describe('the rate limit of a client address', () => {
  test('lets exactly as many requests a minute through as configured, and says how to go on', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 5 });
    const token = mint();
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await get(URL, token)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);

    const refused = await get(URL, token);

    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' });
    expect(refused.headers['access-control-allow-origin']).toBe('*');
  });

  test('counts each address for itself', async () => {
    const { app, mint } = await createTestApp({ rateLimitPerMinute: 1 });
    const headers = { authorization: `Bearer ${mint()}` };
    const from = (remoteAddress: string) => app.inject({ url: URL, headers, remoteAddress });

    expect((await from('192.0.2.1')).statusCode).toBe(200);
    expect((await from('192.0.2.1')).statusCode).toBe(429);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
  });

  test('is stricter with refused tokens, and leaves honest ones of that address alone', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 10 });
    const codes = [];
    for (let count = 0; count < 3; count += 1) codes.push((await get(URL, 'garbage')).json().code);

    expect(codes).toEqual(['malformed_token', 'malformed_token', 'rate_limited']);
    expect((await get(URL, mint())).statusCode).toBe(200);
  });

  test('tells too many refused tokens from too many requests', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 4 });
    const messages = [];
    for (const token of ['garbage', 'garbage', mint(), mint(), mint()])
      messages.push((await get(URL, token)).json().message);

    expect(messages[1]).toContain('refused tokens');
    expect(messages[4]).toContain('requests');
  });

  test('is off at 0', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 0 });
    const token = mint();
    for (let count = 0; count < 400; count += 1) expect((await get(URL, token)).statusCode).toBe(200);
    expect((await get(URL, token)).headers).not.toHaveProperty('ratelimit-limit');
  });

  test.each([
    ['believes nobody by default', false, '127.0.0.1', [200, 429]],
    ['believes a trusted proxy', ['127.0.0.1'], '127.0.0.1', [200, 200]],
    ['believes one hop', 1, '127.0.0.1', [200, 200]],
    ['does not believe a stranger', ['10.0.0.0/8'], '127.0.0.1', [200, 429]],
  ] as const)('%s about X-Forwarded-For', async (_name, trustProxy, remoteAddress, statuses) => {
    const { app, mint } = await createTestApp({ rateLimitPerMinute: 1, trustProxy: trustProxy as never });
    const seen = [];
    for (const client of ['198.51.100.1', '198.51.100.2']) {
      const headers = { authorization: `Bearer ${mint()}`, 'x-forwarded-for': client };
      seen.push((await app.inject({ url: URL, headers, remoteAddress })).statusCode);
    }
    expect(seen).toEqual(statuses);
  });
});

describe('an overloaded event loop', () => {
  test('sheds with 503, Retry-After and an open connection, then recovers; health answers all along', async () => {
    const { app, mint } = await createTestApp({ maxEventLoopDelayMs: 200 });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const ask = (path: string) =>
      fetch(address + path, { headers: { authorization: `Bearer ${mint()}` } }).then(async (response) => ({
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as { code?: string },
      }));
    try {
      expect((await ask(URL)).status).toBe(200);

      const shed = await whileBlocking(
        400,
        () => ask(URL),
        ({ status }) => status === 503,
      );

      expect(shed.body).toMatchObject({ code: 'overloaded', retryable: true });
      expect(shed.headers.get('retry-after')).toBe('2');
      expect(shed.headers.get('connection')).toBe('keep-alive');
      expect(shed.headers.get('access-control-allow-origin')).toBe('*');
      expect((await ask('/health/live')).status).toBe(200);
      await expect.poll(async () => (await ask(URL)).status, { timeout: 5000 }).toBe(200);
    } finally {
      await app.close();
    }
  });
});

/** Blocks the event loop for `blockMs` again and again until what `attempt` gives is what is waited for. */
async function whileBlocking<T>(
  blockMs: number,
  attempt: () => Promise<T>,
  isDone: (result: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < 20; tries += 1) {
    const end = performance.now() + blockMs;
    while (performance.now() < end);
    const result = await attempt();
    if (isDone(result)) return result;
  }
  throw new Error('never shed a request');
}
