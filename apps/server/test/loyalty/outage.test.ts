import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { createLoyaltyApp, type LoyaltyApp } from './loyalty-app.ts';

/** A PostgreSQL for this file only, because the tests kill it. */
let postgres: EmbeddedPostgres;
let loyalty: LoyaltyApp;
beforeAll(async () => {
  postgres = await startEmbeddedPostgres();
});
afterEach(() => loyalty.app.close());
afterAll(() => postgres.stop());

const startApp = async (url: string) =>
  createLoyaltyApp({ database: { kind: 'postgres', url, poolSize: 5 } });
const ready = async () => (await loyalty.app.inject('/health/ready')).json();

async function expectUnavailable(): Promise<void> {
  const customer = loyalty.asCustomer('42');
  for (const response of [
    await loyalty.balance(customer),
    await loyalty.enroll(customer),
    await loyalty.lookUp(loyalty.asStaff(), '42'),
    await loyalty.adjust(loyalty.asStaff(), '42', { points: 1, reason: 'x' }),
  ]) {
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'database_unavailable', retryable: true });
    expect(response.headers['retry-after']).toBe('2');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.body).not.toMatch(/postgres|ECONN|127\.0\.0\.1/i);
  }
  expect((await loyalty.app.inject('/health/live')).statusCode).toBe(200);
  expect((await loyalty.get('/api/session-token', customer)).statusCode).toBe(200);
}

describe('while PostgreSQL is down', () => {
  test('is reported, keeps other routes up, recovers by itself, and leaves no partial or double write', async () => {
    loyalty = await startApp(await createPostgresDatabase(postgres.url));
    await loyalty.enroll(loyalty.asCustomer('42'));
    const keys: string[] = [];
    const addPoint = async (key: string) => {
      const headers = { 'idempotency-key': key };
      return (await loyalty.adjust(loyalty.asStaff(), '42', { points: 1, reason: 'x' }, headers)).statusCode;
    };
    const addPointsUntilRefused = async (): Promise<number> => {
      for (;;) {
        const key = `key-${keys.length}`;
        keys.push(key);
        const status = await addPoint(key);
        if (status !== 201) return status;
      }
    };
    expect(await ready()).toEqual({ status: 'ok' });

    const writers = Promise.all(Array.from({ length: 20 }, addPointsUntilRefused));
    await expect.poll(() => keys.length).toBeGreaterThan(100);
    await postgres.crash();
    expect(new Set(await writers)).toEqual(new Set([503]));
    await expectUnavailable();
    expect(await ready()).toEqual({ status: 'unavailable', reason: 'database_unavailable' });

    await postgres.restart();
    await expect.poll(ready).toEqual({ status: 'ok' });
    for (const key of keys) expect(await addPoint(key)).toBe(201);
    const points = await expectLedgerAddsUp(loyalty.app.database, SHOP, '42');
    expect(points).toEqual([100, ...Array(keys.length).fill(1)]);

    const lines = loyalty.logLines().filter(({ msg }) => String(msg).startsWith('database '));
    expect(lines.map(({ msg }) => msg)).toEqual(['database unavailable', 'database available again']);
    expect(JSON.stringify(loyalty.logLines())).not.toMatch(/password|key-1|"42"/);
  });

  test('starts, is not ready, and migrates the tables when the database is back', async () => {
    const url = await createPostgresDatabase(postgres.url);
    await postgres.crash();
    loyalty = await startApp(url);

    await expectUnavailable();
    expect(await ready()).toEqual({ status: 'unavailable', reason: 'database_not_migrated' });

    await postgres.restart();
    await expect.poll(ready).toEqual({ status: 'ok' });
    expect((await loyalty.enroll(loyalty.asCustomer('42'))).statusCode).toBe(201);
  });
});
