import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../test-app.ts';
import { DATABASES } from './databases.ts';

describe.each(DATABASES)('the database on %s', (_name, createDatabase) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp({
      database: await createDatabase(),
      extend: (app) => {
        for (const table of ['words', 'numbers']) {
          app.get(`/test/${table}`, () =>
            app.database.read((db) => sql`insert into ${sql.table(table)} values ('hunter2')`.execute(db)),
          );
        }
      },
    });
    await database().read((db) => sql`create table words (word text primary key)`.execute(db));
    await database().read((db) => sql`create table numbers (number integer primary key)`.execute(db));
    await database().read((db) => sql`insert into words values ('hunter2')`.execute(db));
  });
  afterAll(() => testApp.app.close());
  const database = () => testApp.app.database;
  const words = async () =>
    (await database().read((db) => sql<{ word: string }>`select word from words`.execute(db))).rows.map(
      ({ word }) => word,
    );

  test('rolls back a transaction that throws, and rethrows the error', async () => {
    const thrown = new Error('a bug');
    const attempt = database().write(async (transaction) => {
      await sql`insert into words values ('lost')`.execute(transaction);
      throw thrown;
    });

    await expect(attempt).rejects.toBe(thrown);
    expect(await words()).toEqual(['hunter2']);
  });

  test('hides uncommitted changes from other queries', async () => {
    let seenMeanwhile: Promise<string[]> | undefined;
    await database().write(async (transaction) => {
      await sql`insert into words values ('half')`.execute(transaction);
      seenMeanwhile = words();
      await sql`delete from words where word = 'half'`.execute(transaction);
    });

    expect(await seenMeanwhile).toEqual(['hunter2']);
  });

  test.each([
    ['a duplicate', '/test/words'],
    ['a text where a number belongs', '/test/numbers'],
  ])('answers 500 for %s, and writes the value to neither log nor response', async (_what, url) => {
    const logged = testApp.logLines().length;
    const response = await testApp.app.inject(url);

    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('internal_error');
    const lines = JSON.stringify(testApp.logLines().slice(logged));
    expect(lines).toMatch(/request failed/);
    expect(lines).toMatch(/the database rejected a statement/);
    expect(response.body + lines).not.toContain('hunter2');
  });

  test('is unavailable after it was closed', async () => {
    const other = await createTestApp({ database: await createDatabase() });
    await other.app.database.close();

    const late = other.app.database.read((db) => sql`select 1`.execute(db));
    await expect(late).rejects.toMatchObject({ code: 'database_unavailable' });
    await other.app.close();
  });
});
