import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { findProgram } from '../find-program.ts';
import type { EmbeddedPostgres } from '../postgres/embedded.ts';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { startPgBouncer } from '../postgres/pgbouncer.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { type Pooler, startTransactionPooler } from '../postgres/transaction-pooler.ts';
import { openQuietly } from './databases.ts';

const pgBouncer = findProgram('pgbouncer');
// biome-ignore lint/style/noProcessEnv: set by `.ci/run` if it could install the program
const isRequired = process.env.REQUIRE_PGBOUNCER === 'true';

/** PgBouncer itself if it is installed, and always a proxy that is equally strict. */
const POOLERS: ReadonlyArray<readonly [name: string, start: (serverUrl: string) => Promise<Pooler>]> = [
  ['a strict transaction pooler', startTransactionPooler],
  ...(pgBouncer === undefined
    ? []
    : [['PgBouncer', (serverUrl: string) => startPgBouncer(pgBouncer, serverUrl)] as const]),
];

test.runIf(isRequired)('PgBouncer is installed', () => {
  expect(pgBouncer).toBeDefined();
});

/** A PostgreSQL that needs no password, unlike the one that `TEST_DATABASE_URL` may name. */
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = await sharedPostgres();
});

describe.each(POOLERS)('behind %s', (_name, start) => {
  let pooler: Pooler;
  const open: Database[] = [];
  beforeAll(async () => {
    pooler = await start(postgres.url);
  });
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
  });
  afterAll(() => pooler.stop());

  async function openFour(directUrl: string): Promise<Database[]> {
    const config = { kind: 'postgres', url: pooler.urlOf(directUrl), poolSize: 3 } as const;
    const databases = await Promise.all(Array.from({ length: 4 }, () => openQuietly(config)));
    open.push(...databases);
    return databases;
  }

  test('four instances that start at once on an empty database are all ready, and keep no lock', async () => {
    const directUrl = await createPostgresDatabase(postgres.url);
    const databases = await openFour(directUrl);

    for (const database of databases) expect(await database.readinessProblem()).toBeUndefined();
    const names = (await query(directUrl, 'select name from kysely_migration')).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    const locks =
      "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
    expect(await query(directUrl, locks)).toEqual([]);
  });

  test('writes are stored, locks last until the commit, and limits apply only inside reads and writes', async () => {
    const directUrl = await createPostgresDatabase(postgres.url);
    const [first, second] = (await openFour(directUrl)) as [Database, Database];
    await query(directUrl, 'create table words (word text primary key)');
    const limits = sql<Record<string, string>>`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle
    `;
    const inForce = [{ statement: '5s', lock: '3s', idle: '5s' }];

    await first.write(async (transaction) => {
      expect(await first.tryLock(transaction, 42n)).toBe(true);
      expect(await second.write((other) => second.tryLock(other, 42n))).toBe(false);
      await sql`insert into words values ('kept')`.execute(transaction);
      expect((await limits.execute(transaction)).rows).toEqual(inForce);
    });

    expect(await second.write((other) => second.tryLock(other, 42n))).toBe(true);
    expect((await second.read((db) => limits.execute(db))).rows).toEqual(inForce);
    expect(await query(directUrl, 'select word from words')).toEqual([{ word: 'kept' }]);
    for (let connection = 0; connection < 4; connection += 1) {
      expect(await query(pooler.urlOf(directUrl), 'show statement_timeout')).toEqual([
        { statement_timeout: '0' },
      ]);
    }
  });
});
