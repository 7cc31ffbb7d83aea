import { type Kysely, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { openSqlite } from '../../src/database/sqlite.ts';
import { freePort } from '../postgres/free-port.ts';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { postgresUrl } from '../postgres/shared.ts';
import { openQuietly, QUIET } from './databases.ts';

const open: Database[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

async function start(url: string): Promise<Database> {
  const database = await openQuietly({ kind: 'postgres', url, poolSize: 2 });
  open.push(database);
  return database;
}
const nameOf = (url: string) => new URL(url).pathname.slice(1);
const insertWord = (database: Database) =>
  database.write((transaction) => sql`insert into words values ('x')`.execute(transaction));
const readWords = (database: Database) => database.read((db) => sql`select word from words`.execute(db));
/** Resolves to the codes of the error and its cause. */
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    ({ code, cause }) => [code, cause?.code],
  );
const endBackends = async (url: string) =>
  query(
    await postgresUrl(),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf(url)}'`,
  );

describe('a PostgreSQL that accepts no writes, as the old primary after a failover', () => {
  const setReadOnly = async (url: string, value: 'on' | 'off') =>
    query(await postgresUrl(), `alter database ${nameOf(url)} set default_transaction_read_only = ${value}`);

  test('is unavailable for writes, and its connections are not used again', async () => {
    const url = await createPostgresDatabase();
    await query(url, 'create table words (word text)');
    const database = await start(url);
    await Promise.all([readWords(database), readWords(database)]);
    await setReadOnly(url, 'on');
    await endBackends(url);

    await expect.poll(() => outcome(insertWord(database))).toEqual(['database_unavailable', '25006']);
    expect(await outcome(readWords(database))).toBe('done');
    expect(await database.readinessProblem()).toBe('database_unavailable');

    await setReadOnly(url, 'off'); // for new connections only
    expect(await outcome(insertWord(database))).toBe('done');
    expect(await database.readinessProblem()).toBeUndefined();
  });

  test('is not ready even without writes, and becomes ready again by itself', async () => {
    const url = await createPostgresDatabase();
    await setReadOnly(url, 'off');
    let nowMs = 0;
    const adapter = await openPostgres({ url, poolSize: 2 }, QUIET.logger);
    const database = await createDatabase(adapter, { ...QUIET, monotonicNow: () => nowMs });
    open.push(database);
    await setReadOnly(url, 'on');
    await endBackends(url);

    expect(await database.readinessProblem()).toBeUndefined(); // the migrations have just written
    nowMs += 1_000;
    await expect.poll(() => outcome(database.read((db) => sql`select 1`.execute(db)))).toBe('done');
    expect(await database.readinessProblem()).toBe('database_unavailable');
    await setReadOnly(url, 'off');
    expect(await database.readinessProblem()).toBeUndefined();
  });
});

describe('a PostgreSQL that ends connections', () => {
  test('while they are idle, does not end the process, and the next query gets another', async () => {
    const url = await createPostgresDatabase();
    const database = await start(url);
    await database.read((db) => sql`select 1`.execute(db));
    await endBackends(url);

    await expect.poll(() => outcome(database.read((db) => sql`select 1`.execute(db)))).toBe('done');
  });

  test('in the middle of a transaction, makes it unavailable once', async () => {
    const url = await createPostgresDatabase();
    const database = await start(url);
    const attempt = database.write(async (transaction) => {
      await endBackends(url);
      await sql`select 1`.execute(transaction);
    });

    expect(await outcome(attempt)).toEqual(['database_unavailable', expect.any(String)]);
    await expect
      .poll(() => outcome(database.write((transaction) => sql`select 1`.execute(transaction))))
      .toBe('done');
  });

  test('reports the error of the work, not that of the rollback', async () => {
    const url = await createPostgresDatabase();
    const database = await start(url);
    const thrown = new Error('a bug');
    const attempt = database.write(async () => {
      await endBackends(url);
      throw thrown;
    });

    await expect(attempt).rejects.toBe(thrown);
    await expect
      .poll(() => outcome(database.write((transaction) => sql`select 1`.execute(transaction))))
      .toBe('done');
  });
});

describe('limits on time', () => {
  test('a row that another transaction holds makes a write unavailable, and keeps the connection', async () => {
    const url = await createPostgresDatabase();
    await query(url, "create table words (word text); insert into words values ('held')");
    const timeoutsMs = { lock: 50 };
    const adapter = await openPostgres({ url, poolSize: 1, timeoutsMs }, QUIET.logger);
    const database = await createDatabase(adapter, QUIET);
    open.push(database);
    const holder = await start(url);
    const pid = async () =>
      (await database.read((db) => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db))).rows;
    const pidBefore = await pid();

    await holder.write(async (transaction) => {
      await sql`update words set word = 'changed'`.execute(transaction);
      const update = database.write((other) => sql`update words set word = 'lost'`.execute(other));
      expect(await outcome(update)).toEqual(['database_unavailable', '55P03']);
    });
    expect(await pid()).toEqual(pidBefore);
    expect((await readWords(database)).rows).toEqual([{ word: 'changed' }]);
  });

  test('a migration of a table in use gives up, and is retried', async () => {
    const url = await createPostgresDatabase();
    await query(url, 'create table words (word text)');
    const holder = await start(url);
    const adapter = await openPostgres({ url, poolSize: 1, timeoutsMs: { lock: 50 } }, QUIET.logger);
    const migrations = {
      ...QUIET.migrations,
      '9999_words': {
        up: (db: Kysely<unknown>) => db.schema.alterTable('words').addColumn('length', 'integer').execute(),
      },
    };
    let database: Database | undefined;
    await holder.write(async (transaction) => {
      await sql`insert into words values ('held')`.execute(transaction);
      database = await createDatabase(adapter, { ...QUIET, migrations });
      open.push(database);
      expect(await database.readinessProblem()).toBe('database_not_migrated');
    });

    await expect.poll(() => database?.readinessProblem()).toBeUndefined();
    expect(await query(url, 'select * from words')).toEqual([{ word: 'held', length: null }]);
  });

  test.each(['read', 'write'] as const)(
    'a statement that takes too long in a %s is aborted',
    async (kind) => {
      const url = await createPostgresDatabase();
      const adapter = await openPostgres({ url, poolSize: 1, timeoutsMs: { statement: 50 } }, QUIET.logger);
      const database = await createDatabase(adapter, QUIET);
      open.push(database);

      const sleep = database[kind]((db) => sql`select pg_sleep(60)`.execute(db));
      expect(await outcome(sleep)).toEqual(['database_unavailable', '57014']);
    },
  );

  test('a hanging transaction is ended, and releases its rows', async () => {
    const url = await createPostgresDatabase();
    const adapter = await openPostgres(
      { url, poolSize: 1, timeoutsMs: { idleInTransaction: 50 } },
      QUIET.logger,
    );
    const database = await createDatabase(adapter, QUIET);
    open.push(database);
    const others = `select 1 from pg_stat_activity where datname = '${nameOf(url)}' and state = 'idle in transaction'`;
    const hanging = database.write(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await expect.poll(async () => query(await postgresUrl(), others)).toEqual([]);
      await sql`select 1`.execute(transaction);
    });

    expect(await outcome(hanging)).toEqual(['database_unavailable', expect.any(String)]);
  });
});

test.each(['localhost', '127.0.0.1', 'no-such-host.invalid'])(
  'a PostgreSQL at %s that does not listen is unavailable, and the server retries',
  async (host) => {
    const database = await start(`postgres://postgres@${host}:${await freePort()}/app`);

    expect(await database.readinessProblem()).toBe('database_not_migrated');
    expect(await outcome(database.read((db) => sql`select 1`.execute(db)))).toEqual([
      'database_unavailable',
      undefined,
    ]);
  },
);

test('readiness queries the database at most once per second', async () => {
  let nowMs = 0;
  let probes = 0;
  const sqlite = openSqlite(':memory:');
  const adapter = { ...sqlite, assertWritable: async () => void probes++ };
  const database = await createDatabase(adapter, { ...QUIET, monotonicNow: () => nowMs });
  open.push(database);
  const probe50 = () => Promise.all(Array.from({ length: 50 }, () => database.readinessProblem()));

  nowMs += 999; // since the migrations have written
  await probe50();
  expect(probes).toBe(0);
  nowMs += 1;
  await probe50();
  nowMs += 999;
  await probe50();
  expect(probes).toBe(1);
  nowMs += 1;
  await probe50();
  expect(probes).toBe(2);
});
