import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../../src/database/database.ts';
import { openSqlite } from '../../src/database/sqlite.ts';
import { createTestApp, type TestApp } from '../test-app.ts';
import { QUIET } from './databases.ts';

let folder: string;
let path: string;
let testApp: TestApp;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqlite-failures-'));
  path = join(folder, 'app.db');
  testApp = await createTestApp({
    database: { kind: 'sqlite', path },
    extend: (app) => {
      app.post('/test/notes', () =>
        app.database.write(async (transaction) => {
          await sql`insert into notes values (${'x'.repeat(20_000)})`.execute(transaction);
          return {};
        }),
      );
    },
  });
  await run('create table notes (note text)');
});
afterEach(async () => {
  await testApp.app.close();
  await rm(folder, { recursive: true });
});

const run = (statement: string) =>
  testApp.app.database.read(async (db) => (await sql.raw(statement).execute(db)).rows);
const write = () => testApp.app.inject({ method: 'POST', url: '/test/notes' });
const ready = async () => (await testApp.app.inject('/health/ready')).statusCode;
const warnings = () => testApp.logLines().filter(({ msg }) => msg === 'database unavailable');

/** Faults that can be injected on every machine, and removed again. */
const FAULTS: ReadonlyArray<
  readonly [name: string, cause: RegExp, inject: () => Promise<unknown>, repair: () => Promise<unknown>]
> = [
  [
    'a full disk',
    /database or disk is full/,
    async () => {
      const [row] = (await run('pragma page_count')) as Array<{ page_count: number }>;
      await run(`pragma max_page_count = ${row?.page_count}`);
    },
    () => run('pragma max_page_count = 1000000'),
  ],
  [
    'a read-only file',
    /attempt to write a readonly database/,
    () => run('pragma query_only = on'),
    () => run('pragma query_only = off'),
  ],
  [
    'a file that was moved away',
    /the database file .*app\.db was moved, deleted or replaced/,
    () => rename(path, `${path}.moved`),
    () => rename(`${path}.moved`, path),
  ],
  [
    'a file that was replaced',
    /the database file .*app\.db was moved, deleted or replaced/,
    async () => {
      await rename(path, `${path}.moved`);
      await writeFile(path, '');
    },
    () => rename(`${path}.moved`, path),
  ],
];

test('readiness notices a moved file before any write', async () => {
  let nowMs = 0;
  const moved = join(folder, 'moved.db');
  const database = await createDatabase(openSqlite(moved), { ...QUIET, monotonicNow: () => nowMs });
  nowMs += 1_000; // since the migrations have written
  expect(await database.readinessProblem()).toBeUndefined();
  await rename(moved, `${moved}.away`);
  nowMs += 1_000;

  expect(await database.readinessProblem()).toBe('database_unavailable');
  await database.close();
});

describe.each(FAULTS)('on %s', (_name, cause, inject, repair) => {
  test('a write answers 503, the log has the cause, and it recovers by itself', async () => {
    expect((await write()).statusCode).toBe(200);
    await inject();
    const rejected = await write();

    expect(rejected.statusCode).toBe(503);
    expect(rejected.json()).toMatchObject({ code: 'database_unavailable', retryable: true });
    expect(rejected.headers['retry-after']).toBe('2');
    expect(await ready()).toBe(503);
    expect(warnings()).toHaveLength(1);
    expect(JSON.stringify(warnings())).toMatch(cause);
    expect(JSON.stringify(testApp.logLines())).not.toContain('cannot rollback');
    expect(await run('select count(*) as count from notes')).toEqual([{ count: 1 }]);

    await repair();
    expect(await ready()).toBe(200);
    expect((await write()).statusCode).toBe(200);
    expect(testApp.logLines().filter(({ msg }) => msg === 'database available again')).toHaveLength(1);
  });
});
