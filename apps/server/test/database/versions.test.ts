import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/database.ts';
import type { Migrations } from '../../src/database/migrations.ts';
import { openDatabase } from '../../src/database/open.ts';
import { MIGRATIONS } from '../../src/features.ts';
import { createPostgresDatabase } from '../postgres/new-database.ts';
import { startServerProcess } from '../server-process.ts';

const creates = (table: string): Migration => ({
  up: async (db) => {
    await db.schema.createTable(table).addColumn('id', 'integer').execute();
  },
});
const FAILS: Migration = {
  up: async (db) => {
    await sql`create table half (id integer)`.execute(db);
    await sql`select * from nowhere`.execute(db);
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
/** Databases that outlive the process that opened them. */
const KEPT: ReadonlyArray<readonly [name: string, create: () => Promise<DatabaseConfig>]> = [
  ['a SQLite file', async () => ({ kind: 'sqlite', path: join(folder, `${files++}.db`) })],
  ['PostgreSQL', async () => ({ kind: 'postgres', url: await createPostgresDatabase(), poolSize: 2 })],
];

describe.each(KEPT)('on %s', (_name, create) => {
  const open: Database[] = [];
  const logged: Array<[details: object, message: string]> = [];
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
    logged.length = 0;
  });

  async function start(config: DatabaseConfig, migrations: Migrations): Promise<Database> {
    const logger = { info: (...line: [object, string]) => void logged.push(line), warn() {} };
    const database = await openDatabase(config, { migrations, logger });
    open.push(database);
    expect(await database.readinessProblem()).toBeUndefined();
    return database;
  }
  async function executed(database: Database): Promise<string[]> {
    const select = sql<{ name: string }>`select name from kysely_migration order by timestamp, name`;
    return (await database.read((db) => select.execute(db))).rows.map(({ name }) => name);
  }

  test.each(Object.keys(MIGRATIONS).map((_, count) => count))(
    'brings the tables of a version with %i migrations up to date',
    async (count) => {
      const config = await create();
      await start(config, Object.fromEntries(Object.entries(MIGRATIONS).slice(0, count)));
      const database = await start(config, MIGRATIONS);

      expect((await executed(database)).toSorted()).toEqual(Object.keys(MIGRATIONS).toSorted());
    },
  );

  test('starts the previous version on newer tables, and the newer one again', async () => {
    const config = await create();
    const newer = { ...MIGRATIONS, '9998_new': creates('newer') };
    await start(config, newer);
    expect(logged).toEqual([]);
    const older = await start(config, MIGRATIONS);

    expect(logged).toEqual([
      [{ migrations: ['9998_new'] }, 'the database has migrations that this version does not know'],
    ]);
    const again = await start(config, { ...newer, '9999_newest': creates('newest') });
    for (const database of [older, again]) {
      await database.write((transaction) => sql`insert into newest values (1)`.execute(transaction));
    }
    expect((await executed(again)).slice(-2)).toEqual(['9998_new', '9999_newest']);
  });

  test('runs a migration whose name sorts before those that ran', async () => {
    const config = await create();
    await start(config, { '0002_b': creates('b') });
    const database = await start(config, {
      '0001_a': creates('a'),
      '0002_b': creates('b'),
      '2026-01-01_c': creates('c'),
    });

    expect(await executed(database)).toEqual(['0002_b', '0001_a', '2026-01-01_c']);
  });

  test('names the failed migration, and rolls back all migrations of that start', async () => {
    const config = await create();
    await start(config, { '0001_a': creates('a') });
    const migrations = {
      '0001_a': creates('a'),
      '0002_b': creates('b'),
      '0003_fails': FAILS,
      '0004_d': FAILS,
    };
    const attempt = openDatabase(config, { migrations, logger: { info() {}, warn() {} } });

    await expect(attempt).rejects.toThrow(/^the migration 0003_fails failed and changed nothing: .*nowhere/);
    const database = await start(config, { '0001_a': creates('a'), '0005_half': creates('half') });
    expect(await executed(database)).toEqual(['0001_a', '0005_half']);
  });
});

test('a failed migration ends the server with its name, and without advice about the settings', async () => {
  const path = join(folder, 'failing.db');
  const config = { kind: 'sqlite', path } as const;
  const [first = ''] = Object.keys(MIGRATIONS);
  const options = { migrations: MIGRATIONS, logger: { info() {}, warn() {} } };
  const database = await openDatabase(config, options);
  await database.write((transaction) =>
    sql`delete from kysely_migration where name = ${first}`.execute(transaction),
  );
  await database.close();
  const server = await startServerProcess({ env: { DATABASE_URL: `file:${path}` } });

  expect(await server.exited).toBe(1);
  expect(server.output()).toContain(`"msg":"the migration ${first} failed and changed nothing: `);
  expect(server.output()).not.toContain('DATABASE_URL');
});
