import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openQuietly } from '../database/databases.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import type { ServerProcess } from '../server-process.ts';
import { SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { adjust, atOnce, customerToken, enroll, startLoyaltyServer, untilDecided } from './server-client.ts';

describe('two server processes on one PostgreSQL', () => {
  let servers: ServerProcess[];
  let database: Database;
  beforeAll(async () => {
    const url = await createPostgresDatabase();
    servers = await Promise.all([startLoyaltyServer(url), startLoyaltyServer(url)]);
    database = await openQuietly({ kind: 'postgres', url, poolSize: 1 });
  });
  afterAll(async () => {
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ exited }) => exited));
    await database.close();
  });
  const serverOf = (index: number) => servers[index % servers.length]!.url;

  test('credit one welcome to a customer who joins 50 times at once with one token', async () => {
    const token = customerToken('1');
    const outcomes = await atOnce(50, (index) => untilDecided(() => enroll(serverOf(index), token)));

    expect(outcomes.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 201, creditedPoints: 100 });
    expect(await expectLedgerAddsUp(database, SHOP, '1')).toEqual([100]);
  });

  test('credit one welcome to a customer who joins 50 times at once with 50 tokens', async () => {
    const outcomes = await atOnce(50, (index) =>
      untilDecided(() => enroll(serverOf(index), customerToken('2'))),
    );

    expect(outcomes.filter(({ creditedPoints }) => creditedPoints === 100)).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(await expectLedgerAddsUp(database, SHOP, '2')).toEqual([100]);
  });

  test('let exactly 500 of 1000 adjustments of -1, 100 at a time, succeed on a balance of 500', async () => {
    await enroll(serverOf(0), customerToken('3'));
    await adjust(serverOf(0), '3', 400, 'fill');
    const take = (index: number) => untilDecided(() => adjust(serverOf(index), '3', -1, `take-${index}`));
    // All at once, most would only time out while they wait for a connection, and try again.
    const outcomes = await atOnce(1000, take, 100);

    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(500);
    expect(outcomes.filter(({ code }) => code === 'insufficient_points')).toHaveLength(500);
    const points = await expectLedgerAddsUp(database, SHOP, '3');
    expect(points).toEqual([100, 400, ...Array(500).fill(-1)]);
  });
});

describe('two server processes on one SQLite file', () => {
  test('run 60 concurrent adjustments exactly once each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loyalty-sqlite-'));
    const url = `file:${join(folder, 'app.db')}`;
    const servers = await Promise.all([startLoyaltyServer(url), startLoyaltyServer(url)]);
    await enroll(servers[0]!.url, customerToken('1'));

    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        untilDecided(() => adjust(servers[index % 2]!.url, '1', 1, `add-${index}`)),
      ),
    );
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ exited }) => exited));

    expect(outcomes.map(({ status, code }) => code ?? status)).toEqual(Array(60).fill(201));
    const database = await openQuietly({ kind: 'sqlite', path: join(folder, 'app.db') });
    expect(await expectLedgerAddsUp(database, SHOP, '1')).toEqual([100, ...Array(60).fill(1)]);
    await database.close();
    await rm(folder, { recursive: true });
  });
});
