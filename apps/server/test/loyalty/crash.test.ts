import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DatabaseConfig } from '../../src/config.ts';
import { openQuietly } from '../database/databases.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { SHOP } from '../test-app.ts';
import { expectLedgerAddsUp } from './ledger.ts';
import { adjust, customerToken, enroll, startLoyaltyServer, untilDecided } from './server-client.ts';

const WRITES = 200;
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
    const attempts = Array.from({ length: WRITES }, (_, index) =>
      untilDecided(() => adjust(first.url, '42', index + 1, `write-${index}`)).then(({ status }) => {
        if (status !== 201) return;
        answered += 1;
        if (answered === WRITES / 4) first.child.kill('SIGKILL');
      }),
    );
    const settled = await Promise.allSettled(attempts);
    expect(answered).toBeGreaterThanOrEqual(WRITES / 4); // otherwise nothing killed the server
    expect(await first.exited).toBe(null);
    const cutOff = settled.filter(({ status }) => status === 'rejected').length;
    expect(cutOff).toBeGreaterThan(0);

    const second = await startLoyaltyServer(databaseUrl);
    const retries = await Promise.all(
      Array.from({ length: WRITES }, (_, index) =>
        untilDecided(() => adjust(second.url, '42', index + 1, `write-${index}`)),
      ),
    );
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
