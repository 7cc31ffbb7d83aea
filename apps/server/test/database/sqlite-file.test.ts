import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openQuietly } from './databases.ts';

let folder: string;
const open: Database[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqlite-file-'));
});
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
  await rm(folder, { recursive: true });
});

async function start(path: string): Promise<Database> {
  const database = await openQuietly({ kind: 'sqlite', path });
  open.push(database);
  return database;
}
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('a new SQLite file', () => {
  test('and its folders are readable only by the user of the server', async () => {
    const path = join(folder, 'data', 'deep', 'app.db');
    const previous = process.umask(0);
    try {
      await start(path);
    } finally {
      process.umask(previous);
    }

    expect(await modeOf(join(folder, 'data'))).toBe('700');
    expect(await modeOf(join(folder, 'data', 'deep'))).toBe('700');
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(await modeOf(file)).toBe('600');
  });
});

test('a SQLite file survives a power cut, waits for other processes, checks references and zeroes what is deleted', async () => {
  const database = await start(join(folder, 'app.db'));
  const setting = async (name: string) => {
    const { rows } = await database.read((db) =>
      sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db),
    );
    return Object.values(rows[0] ?? {})[0];
  };

  expect(await setting('journal_mode')).toBe('wal');
  expect(await setting('synchronous')).toBe(2); // full
  expect(await setting('busy_timeout')).toBe(1_000);
  expect(await setting('foreign_keys')).toBe(1);
  expect(await setting('secure_delete')).toBe(1);
});

describe('an existing folder and file', () => {
  test('keep their modes', async () => {
    const path = join(folder, 'app.db');
    await writeFile(path, '');
    await chmod(path, 0o640);
    await chmod(folder, 0o750);
    await start(path);

    expect(await modeOf(folder)).toBe('750');
    for (const file of [path, `${path}-wal`]) expect(await modeOf(file)).toBe('640');
  });
});

describe('a path that cannot be opened stops the start, with the path and the reason', () => {
  /** Runs work as another user if this one is root, because permissions do not apply to root. */
  async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
    if (process.getuid?.() !== 0) return work();
    process.seteuid?.(65534);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  }
  const CASES: ReadonlyArray<
    [what: string, prepare: () => Promise<string>, reason: RegExp, mode?: 'unprivileged']
  > = [
    ['a folder where the file should be', async () => folder, /it is a folder: name a file in it/],
    [
      'a file where its folder should be',
      async () => {
        await writeFile(join(folder, 'file'), '');
        return join(folder, 'file', 'app.db');
      },
      /a part of the path is a file, not a folder/,
    ],
    [
      'a file that is not a database',
      async () => {
        await writeFile(join(folder, 'app.db'), 'this is a text, and a long one at that. '.repeat(50));
        return join(folder, 'app.db');
      },
      /it is not a SQLite database/,
    ],
    [
      'a folder that this user cannot write to',
      async () => {
        await chmod(folder, 0o755);
        return join(folder, 'app.db');
      },
      /this user has no permission/,
      'unprivileged',
    ],
    [
      'a missing folder that this user cannot create',
      async () => {
        await chmod(folder, 0o755);
        return join(folder, 'data', 'app.db');
      },
      /this user has no permission/,
      'unprivileged',
    ],
    [
      'a file that is read-only for this user',
      async () => {
        const path = join(folder, 'data', 'app.db');
        await mkdir(join(folder, 'data'));
        await writeFile(path, '', { mode: 0o444 });
        await chmod(folder, 0o755);
        await chmod(join(folder, 'data'), 0o777);
        await chmod(path, 0o444);
        return path;
      },
      /this user has no permission/,
      'unprivileged',
    ],
    [
      'a file in a folder where this user cannot create files',
      async () => {
        const path = join(folder, 'data', 'app.db');
        await mkdir(join(folder, 'data'));
        await writeFile(path, '');
        await chmod(path, 0o666);
        await chmod(folder, 0o755);
        await chmod(join(folder, 'data'), 0o555);
        return path;
      },
      /folder must be writable by this user/,
      'unprivileged',
    ],
  ];

  test.each(CASES)('%s', async (_what, prepare, reason, mode) => {
    const path = await prepare();
    const attempt = () => openQuietly({ kind: 'sqlite', path }).catch((error: unknown) => error as Error);
    const error = mode === 'unprivileged' ? await unprivileged(attempt) : await attempt();

    expect(error).toMatchObject({ name: 'DatabaseStartError' });
    expect((error as Error).message).toContain(`cannot open the database ${path}: `);
    expect((error as Error).message).toMatch(reason);
  });
});

describe('erased data', () => {
  const CANARY = 'canary-of-customer-42';

  test('is in no file after the purge', async () => {
    const path = join(folder, 'app.db');
    const database = await start(path);
    const inFiles = async () => {
      const contents = await Promise.all([path, `${path}-wal`].map((file) => readFile(file, 'latin1')));
      return contents.map((content) => content.includes(CANARY));
    };
    const insert = () =>
      database.write((transaction) => sql`insert into notes values (${CANARY})`.execute(transaction));
    const erase = () => database.write((transaction) => sql`delete from notes`.execute(transaction));
    await database.read((db) => sql`create table notes (note text)`.execute(db));
    await insert();
    await erase();
    expect(await inFiles()).toEqual([false, true]);
    expect(await database.purgeDeleted()).toBe(true);
    expect(await inFiles()).toEqual([false, false]);

    await insert();
    await database.purgeDeleted();
    expect(await inFiles()).toEqual([true, false]);
    await erase();
    expect(await database.purgeDeleted()).toBe(true);
    expect(await inFiles()).toEqual([false, false]);
  });

  test('stays in the write-ahead log while another process reads it', async () => {
    const path = join(folder, 'app.db');
    const database = await start(path);
    await database.read((db) => sql`create table notes (note text)`.execute(db));
    const reader = new (process.getBuiltinModule('node:sqlite').DatabaseSync)(path);
    reader.exec('begin; select * from notes');
    await database.write((transaction) => sql`insert into notes values ('later')`.execute(transaction));

    expect(await database.purgeDeleted()).toBe(false);
    reader.close();
    expect(await database.purgeDeleted()).toBe(true);
  });
});
