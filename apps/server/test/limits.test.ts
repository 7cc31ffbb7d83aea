import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestApp, NOW } from './test-app.ts';

const URL = '/api/session-token';

describe('the rate limit of a client address', () => {
  test('allows exactly the configured requests per minute, then responds with 429 and Retry-After', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 5 });
    const token = mint();
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await get(URL, token)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);

    const rejected = await get(URL, token);

    expect(rejected.statusCode).toBe(429);
    expect(rejected.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(Number(rejected.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(rejected.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(rejected.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' });
    expect(rejected.headers['access-control-allow-origin']).toBe('*');
  });

  test('counts each address separately', async () => {
    const { app, mint } = await createTestApp({ rateLimitPerMinute: 1 });
    const headers = { authorization: `Bearer ${mint()}` };
    const from = (remoteAddress: string) => app.inject({ url: URL, headers, remoteAddress });

    expect((await from('192.0.2.1')).statusCode).toBe(200);
    expect((await from('192.0.2.1')).statusCode).toBe(429);
    expect((await from('192.0.2.2')).statusCode).toBe(200);
  });

  test('is stricter with rejected tokens, and still accepts valid ones from that address', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 10 });
    const codes = [];
    for (let count = 0; count < 3; count += 1) codes.push((await get(URL, 'garbage')).json().code);

    expect(codes).toEqual(['malformed_token', 'malformed_token', 'rate_limited']);
    expect((await get(URL, mint())).statusCode).toBe(200);
  });

  test('distinguishes too many rejected tokens from too many requests', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 4 });
    const messages = [];
    for (const token of ['garbage', 'garbage', mint(), mint(), mint()])
      messages.push((await get(URL, token)).json().message);

    expect(messages[1]).toContain('rejected tokens');
    expect(messages[4]).toContain('requests');
  });

  test('is a fifth of the requests for rejected tokens, and at least 1', async () => {
    for (const [rateLimitPerMinute, limit] of [
      [20, 4],
      [2, 1],
    ]) {
      const { get } = await createTestApp({ rateLimitPerMinute: rateLimitPerMinute! });
      const statuses = [];
      for (let count = 0; count <= limit!; count += 1) statuses.push((await get(URL, 'garbage')).statusCode);
      expect(statuses).toEqual([...Array.from({ length: limit! }, () => 401), 429]);
    }
  });

  test('ends after exactly a minute, as Retry-After says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    onTestFinished(() => void vi.useRealTimers());
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 1 });
    const token = mint();
    await get(URL, token);
    await get('/nope', token);
    expect((await get(URL, token)).headers['retry-after']).toBe('60');

    vi.setSystemTime(NOW + 59_999);
    const last = await get(URL, token);
    expect([last.statusCode, last.headers['retry-after']]).toEqual([429, '1']);

    vi.setSystemTime(NOW + 60_000);
    expect((await get(URL, token)).statusCode).toBe(200);
  });

  test('keeps its counts while a hundred other addresses send requests', async () => {
    const { app, mint } = await createTestApp({ rateLimitPerMinute: 5 });
    const statusOf = async (remoteAddress: string, token: string) =>
      (await app.inject({ url: URL, headers: { authorization: `Bearer ${token}` }, remoteAddress }))
        .statusCode;
    const addresses = Array.from({ length: 100 }, (_, index) => `198.51.100.${index}`);
    for (let count = 0; count < 5; count += 1) await statusOf('192.0.2.1', mint());
    await statusOf('192.0.2.2', 'garbage');
    for (const address of addresses) await statusOf(address, 'garbage');

    expect(await statusOf('192.0.2.1', mint())).toBe(429);
    expect(await statusOf('192.0.2.2', 'garbage')).toBe(429);
    expect(await statusOf('192.0.2.2', mint())).toBe(200);
  });

  test('is off at 0', async () => {
    const { get, mint } = await createTestApp({ rateLimitPerMinute: 0 });
    const token = mint();
    for (let count = 0; count < 400; count += 1) expect((await get(URL, token)).statusCode).toBe(200);
    expect((await get(URL, token)).headers).not.toHaveProperty('ratelimit-limit');
  });

  test.each([
    ['trusts no proxy by default', false, '127.0.0.1', [200, 429]],
    ['trusts a listed proxy', ['127.0.0.1'], '127.0.0.1', [200, 200]],
    ['trusts one hop', 1, '127.0.0.1', [200, 200]],
    ['does not trust other addresses', ['10.0.0.0/8'], '127.0.0.1', [200, 429]],
    ['trusts loopback by name', ['loopback'], '127.0.0.1', [200, 200]],
    ['trusts a listed proxy on an IPv6 socket', ['10.0.0.0/8'], '::ffff:10.0.0.1', [200, 200]],
  ] as const)('%s with X-Forwarded-For', async (_name, trustProxy, remoteAddress, statuses) => {
    const { app, mint } = await createTestApp({ rateLimitPerMinute: 1, trustProxy: trustProxy as never });
    const seen = [];
    for (const client of ['198.51.100.1', '198.51.100.2']) {
      const headers = { authorization: `Bearer ${mint()}`, 'x-forwarded-for': client };
      seen.push((await app.inject({ url: URL, headers, remoteAddress })).statusCode);
    }
    expect(seen).toEqual(statuses);
  });
});

/** The statuses of one request for each value of `X-Forwarded-For`, at a limit of one per address. */
async function statusesOf(
  values: readonly string[],
  options: { trustProxy?: number | string[]; token?: string },
) {
  const { app, mint } = await createTestApp({
    // A fifth, rounded down and at least 1, is the limit of rejected tokens: 1 in both cases.
    rateLimitPerMinute: options.token ? 5 : 1,
    trustProxy: options.trustProxy ?? 1,
  });
  const statuses = [];
  for (const value of values) {
    const headers = { authorization: `Bearer ${options.token ?? mint()}`, 'x-forwarded-for': value };
    statuses.push((await app.inject({ url: URL, headers, remoteAddress: '127.0.0.1' })).statusCode);
  }
  return statuses;
}

const SAME_CLIENT = [
  ['an IPv4 address with other ports', ['203.0.113.7:1111', '203.0.113.7:2222', '203.0.113.7']],
  [
    'an IPv4-mapped IPv6 address',
    ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '[::ffff:203.0.113.7]:80'],
  ],
  ['addresses of one /64', ['2001:db8::1', '2001:DB8:0:0:ffff::2', '[2001:db8::3]:443', '[2001:db8::4]']],
  [
    'an invalid address, by the address of the socket',
    ['unknown', 'x', '_hidden', '203.0.113.999', '1', '::g', ''],
  ],
  ['spoofed entries before the one that the proxy added', ['1.1.1.1, 203.0.113.7', '2.2.2.2, 203.0.113.7']],
] as const;

describe('the address of a client behind a proxy', () => {
  test.each(SAME_CLIENT)('is the same for %s', async (_name, values) => {
    const [first, ...others] = await statusesOf(values, {});

    expect(first).toBe(200);
    expect(new Set(others)).toEqual(new Set([429]));
  });

  test.each(SAME_CLIENT)('is the same for %s, also for rejected tokens', async (_name, values) => {
    const [first, ...others] = await statusesOf(values, { token: 'garbage' });

    expect(first).toBe(401);
    expect(new Set(others)).toEqual(new Set([429]));
  });

  test.each([
    ['IPv4 addresses', ['203.0.113.7', '203.0.113.8']],
    ['neighbors of a /64', ['2001:db8:0:1::1', '2001:db8:0:2::1']],
  ])('differs for other %s', async (_name, values) => {
    expect(await statusesOf(values, {})).toEqual([200, 200]);
  });

  test('is found behind a trusted proxy that appends ports to the addresses of other trusted proxies', async () => {
    const values = ['203.0.113.7, 10.0.0.1:5000', '203.0.113.8, 10.0.0.1:5001', '203.0.113.7, 10.0.0.1:5002'];

    expect(await statusesOf(values, { trustProxy: ['loopback', '10.0.0.0/8'] })).toEqual([200, 200, 429]);
  });
});

describe('a proxy that is trusted by the name of its network', () => {
  test.each([
    [
      'loopback',
      ['127.0.0.1', '127.255.255.255', '::1', '::ffff:127.0.0.1'],
      ['128.0.0.1', '126.255.255.255', '::2'],
    ],
    [
      'linklocal',
      ['169.254.0.1', '169.254.255.255', 'fe80::1', 'febf::1'],
      ['169.253.255.255', '169.255.0.1', 'fec0::1'],
    ],
    [
      'uniquelocal',
      [
        '10.0.0.1',
        '10.255.255.255',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.0.1',
        '192.168.255.255',
        'fc00::1',
        'fdff::1',
      ],
      [
        '9.255.255.255',
        '11.0.0.1',
        '172.15.255.255',
        '172.32.0.1',
        '192.167.255.255',
        '192.169.0.1',
        'fbff::1',
        'fe00::1',
      ],
    ],
    ['192.0.2.7', ['192.0.2.7'], ['192.0.2.8']],
    ['192.0.2.0/25', ['192.0.2.0', '192.0.2.127'], ['192.0.2.128']],
    ['2001:db8::/33', ['2001:db8::1', '2001:db8:7fff::1'], ['2001:db8:8000::1']],
    ['2001:db8::7', ['2001:db8::7'], ['2001:db8::8']],
  ])('%s', async (network, inside, outside) => {
    const { app } = await createTestApp({ rateLimitPerMinute: 1, trustProxy: [network] });
    const isTrusted = async (remoteAddress: string) => {
      const clients = [`203.0.113.${++client}`, `203.0.113.${++client}`];
      const statuses = [];
      for (const address of clients) {
        const headers = { 'x-forwarded-for': address };
        statuses.push((await app.inject({ url: '/', headers, remoteAddress })).statusCode);
      }
      return statuses.join() === '200,200';
    };
    let client = 0;

    for (const address of inside) expect([address, await isTrusted(address)]).toEqual([address, true]);
    for (const address of outside) expect([address, await isTrusted(address)]).toEqual([address, false]);
  });
});

describe('the routes that the limit covers', () => {
  test.each(['/', '/openapi.json', '/api/nope', '/.env', '/%zz', '/webhooks'])('GET %s', async (url) => {
    const { app } = await createTestApp({ rateLimitPerMinute: 1 });
    await app.inject(url);

    expect((await app.inject(url)).statusCode).toBe(429);
  });

  test('exclude health probes, even for an address past its limit', async () => {
    const { app } = await createTestApp({ rateLimitPerMinute: 1 });
    for (const url of ['/', '/', '/health/live', '/health/ready', '/health/live']) await app.inject(url);

    expect((await app.inject('/health/live')).statusCode).toBe(200);
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    expect((await app.inject('/health/nope')).statusCode).toBe(429);
  });
});
