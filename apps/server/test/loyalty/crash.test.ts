import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DatabaseConfig } from '../../src/config.ts';
import { openQuietly } from '../database/databases.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { adjust, atOnce, customerToken, enroll, startLoyaltyServer, untilDecided } from './server-client.ts';

const WRITES = 200;
/** At the moment of the crash, so that it cuts off this many. */
const AT_A_TIME = 50;
const folder = await mkdtemp(join(tmpdir(), 'loyalty-crash-'));
const file = join(folder, 'app.db');

describe('a server that is killed in the middle of 200 writes', () => {
  test.each<[string, () => Promise<[url: string, config: DatabaseConfig]>]>([
    ['SQLite', async () => [`file:${file}`, { kind: 'sqlite', path: file }]],
    [
      'PostgreSQL',
      async () => {
        const url = await createPostgresDatabase();
        return [url, { kind: 'postgres', url, poolSize: 1 }];
      },
    ],
  ])('has performed each exactly once after all were retried, on %s', async (_name, createDatabase) => {
    const [databaseUrl, config] = await createDatabase();
    const first = await startLoyaltyServer(databaseUrl);
    await enroll(first.url, customerToken('42'));

    let answered = 0;
    let cutOff = 0;
    const write = async (index: number) => {
      const attempt = untilDecided(() => adjust(first.url, '42', index + 1, `write-${index}`));
      const { status } = await attempt.catch(() => ({ status: undefined }));
      if (status === undefined) cutOff += 1;
      if (status !== 201) return;
      answered += 1;
      if (answered === WRITES / 4) first.child.kill('SIGKILL');
    };
    await atOnce(WRITES, write, AT_A_TIME);
    expect(answered).toBeGreaterThanOrEqual(WRITES / 4); // otherwise nothing killed the server
    expect(await first.exited).toBe(null);
    expect(cutOff).toBeGreaterThan(0);

    const second = await startLoyaltyServer(databaseUrl);
    const retry = (index: number) =>
      untilDecided(() => adjust(second.url, '42', index + 1, `write-${index}`));
    const retries = await atOnce(WRITES, retry, AT_A_TIME);
    second.child.kill('SIGTERM');
    await second.exited;

    expect(retries.map(({ status }) => status)).toEqual(Array(WRITES).fill(201));
    const replayed = retries.filter(({ isReplay }) => isReplay).length;
    expect(replayed).toBeGreaterThanOrEqual(answered);
    expect(replayed).toBeLessThan(WRITES);
    const database = await openQuietly(config);
    const [welcome, ...points] = await expectLedgerAddsUp(database, SHOP, '42');
    await database.close();
    expect(welcome).toBe(100);
    expect(points.toSorted((a, b) => a - b)).toEqual(Array.from({ length: WRITES }, (_, index) => index + 1));
    if (config.kind === 'sqlite') await rm(folder, { recursive: true });
  });
});
