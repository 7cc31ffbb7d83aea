import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { WRITE_LIMITS } from '../../src/idempotency/limits.ts';
import { DATABASES } from '../database/databases.ts';
import { NOW } from '../test-app.ts';
import { createWritesApp, type WritesApp } from './writes-app.ts';

describe.each(DATABASES)('storage of idempotent writes on %s', (_name, createDatabase) => {
  let app: WritesApp;
  let nowMs: number;
  beforeAll(async () => {
    app = await createWritesApp({ database: await createDatabase(), now: () => nowMs });
  });
  beforeEach(async () => {
    nowMs = NOW;
    await app.reset();
  });
  afterAll(() => app.app.close());

  test('stores nothing for a write that changed nothing, and rolls it back', async () => {
    const first = await app.write(app.mint(), 0, 'key-1');
    const second = await app.write(app.mint(), 0, 'key-1');

    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.headers).not.toHaveProperty('idempotency-replayed');
    expect([await app.records(), await app.written()]).toEqual([[], []]);
  });

  test.each([
    ['8192', 8192, 201, 1],
    ['8193', 8193, 500, 0],
  ])('a response of %s bytes: %#', async (_bytes, bytes, status, kept) => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    // Two bytes per character: the limit counts bytes, not characters.
    const overhead = JSON.stringify({ points: 5, run: 0.5, padding: '' }).length;
    const padding = 'é'.repeat(Math.floor((bytes - overhead) / 2)) + 'x'.repeat((bytes - overhead) % 2);
    const response = await app.post('write', app.mint(), { points: 5, padding }, 'key-1');
    random.mockRestore();

    expect(response.statusCode).toBe(status);
    expect(await app.records()).toHaveLength(kept);
    expect(await app.written()).toHaveLength(kept);
    if (kept) expect(Buffer.byteLength((await app.records())[0]!.response)).toBe(bytes);
  });

  test('rejects a new write of a customer with 200 live records, until one expires', async () => {
    expect(WRITE_LIMITS.buyer.liveRecords).toBe(200);
    await app.write(app.mint(), 5, 'first');
    nowMs = NOW + 1000;
    for (let count = 2; count <= 200; count += 1)
      expect((await app.write(app.mint(), 5, `key-${count}`)).statusCode).toBe(201);

    const rejected = await app.write(app.mint(), 5, 'one-more');
    expect(rejected.statusCode).toBe(429);
    expect(rejected.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(rejected.json().message).toContain('200 writes');
    expect(rejected.headers['retry-after']).toBe(String(86_400 - 1));
    expect((await app.write(app.mint(), 5, 'first')).headers['idempotency-replayed']).toBe('true');
    const otherCustomer = app.mint({ sub: 'gid://shopify/Customer/43' });
    expect((await app.write(otherCustomer, 5, 'one-more')).statusCode).toBe(201);
    expect((await app.write(app.mint(), 0, 'no-op')).statusCode).toBe(429);
    expect(await app.written()).toHaveLength(201);

    nowMs = NOW + 86_400_000;
    expect((await app.write(app.mint(), 5, 'one-more')).statusCode).toBe(201);
    expect((await app.write(app.mint(), 5, 'yet-another')).statusCode).toBe(429);
  });

  test('rejects a new write of a staff user with 10,000 live records', async () => {
    await app.post('about-nobody', app.asStaff(), { points: 5 }, 'key-1');
    const [own] = await app.app.database.read((db) =>
      db.selectFrom('idempotency_records').selectAll().execute(),
    );
    for (let start = 2; start <= 9_999; start += 1000) {
      const count = Math.min(1000, 10_000 - start);
      const copies = Array.from({ length: count }, (_, index) => ({ ...own!, id: `copy-${start + index}` }));
      await app.app.database.read((db) => db.insertInto('idempotency_records').values(copies).execute());
    }

    expect((await app.post('about-nobody', app.asStaff(), { points: 5 }, 'last')).statusCode).toBe(201);
    expect((await app.post('about-nobody', app.asStaff(), { points: 5 }, 'over')).statusCode).toBe(429);
  });
});

describe('the rate of writes', () => {
  test.each([
    ['customer', 30, (app: WritesApp, key: string) => app.write(app.mint(), 5, key)],
    [
      'staff user',
      300,
      (app: WritesApp, key: string) => app.post('about-nobody', app.asStaff(), { points: 5 }, key),
    ],
  ] as const)(
    'of one %s is limited to %i per minute, from all client addresses together',
    async (_caller, limit, write) => {
      const app = await createWritesApp({ rateLimitPerMinute: 1_000_000 });
      for (let count = 1; count <= limit; count += 1)
        expect((await write(app, `key-${count}`)).statusCode).toBe(201);

      const rejected = await write(app, 'one-more');
      expect(rejected.statusCode).toBe(429);
      expect(rejected.json()).toMatchObject({ code: 'rate_limited', retryable: true });
      expect(Number(rejected.headers['retry-after'])).toBeGreaterThanOrEqual(1);
      expect(Number(rejected.headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(await app.written()).toHaveLength(limit);

      const other = app.mint({ sub: 'gid://shopify/Customer/43' });
      expect((await app.write(other, 5, 'key-1')).statusCode).toBe(201);
      await app.app.close();
    },
  );

  test('is not limited if RATE_LIMIT_PER_MINUTE is 0', async () => {
    const app = await createWritesApp({ rateLimitPerMinute: 0 });
    for (let count = 1; count <= 31; count += 1)
      expect((await app.write(app.mint(), 5, `key-${count}`)).statusCode).toBe(201);
    await app.app.close();
  });
});
