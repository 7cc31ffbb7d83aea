import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openQuietly } from './databases.ts';

describe('a transaction on a SQLite file', () => {
  test('holds the write lock from the beginning, so no other writer can make it fail', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
    const path = join(folder, 'app.db');
    const first = await openQuietly({ kind: 'sqlite', path });
    const second = await openQuietly({ kind: 'sqlite', path });
    await first.read((db) => sql`create table words (word text)`.execute(db));
    const insert = (word: string) => sql`insert into words values (${word})`;

    let failure: unknown;
    await first.write(async (transaction) => {
      await sql`select * from words`.execute(transaction);
      await second
        .write((other) => insert('second').execute(other))
        .catch((error: unknown) => {
          failure = error;
        });
      await insert('first').execute(transaction);
    });

    expect(failure).toMatchObject({ code: 'database_unavailable' });
    await second.write((transaction) => insert('second, again').execute(transaction));
    const { rows } = await first.read((db) => sql`select word from words`.execute(db));
    expect(rows).toEqual([{ word: 'first' }, { word: 'second, again' }]);
    await first.close();
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('a new SQLite file', () => {
  test('can be opened by two servers at the same moment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
    const paths = Array.from({ length: 200 }, (_, index) => join(folder, `${index}.db`));
    const gate = new Int32Array(new SharedArrayBuffer(4 * 2)); // counts workers that arrived, and that are awake
    const open = () =>
      new Promise<string[]>((resolve, reject) => {
        const worker = new Worker(new URL('./open-at-once.ts', import.meta.url), {
          workerData: { paths, gate },
        });
        worker.once('message', resolve).once('error', reject);
      });

    expect(await Promise.all([open(), open()])).toEqual([[], []]);
    await rm(folder, { recursive: true });
  });
});
