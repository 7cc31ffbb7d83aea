import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { startServerProcess } from '../server-process.ts';

const MIGRATED = 'select name from kysely_migration order by name';

/** Starts four servers on one new database and expects each of them to be ready, then stops them. */
async function startFour(databaseUrl: string): Promise<void> {
  const env = { DATABASE_URL: databaseUrl };
  const servers = await Promise.all(Array.from({ length: 4 }, () => startServerProcess({ env })));
  const ready = await Promise.all(
    servers.map(async ({ url }) => (await fetch(`${url}/health/ready`)).json()),
  );
  for (const { child } of servers) child.kill('SIGTERM');
  await Promise.all(servers.map(({ exited }) => exited));
  expect(ready).toEqual(Array(4).fill({ status: 'ok' }));
}

describe('the migrations of four servers that start at once', () => {
  test('run once on PostgreSQL', async () => {
    const url = await createPostgresDatabase();
    await startFour(url);

    const names = (await query(url, MIGRATED)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test('run once on one SQLite file, whose folder is created', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
    const path = join(folder, 'not', 'there', 'app.db');
    await startFour(`file:${path}`);

    const database = new DatabaseSync(path);
    const names = database.prepare(MIGRATED).all();
    expect(names.length).toBeGreaterThan(0);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
    await rm(folder, { recursive: true });
  });
});

describe('a SQLite file that cannot be opened', () => {
  test('stops the start with the path and the reason', async () => {
    const server = await startServerProcess({ env: { DATABASE_URL: 'file:/dev/null/app.db' } });

    expect(await server.exited).toBe(1);
    expect(server.output()).toContain(
      'cannot open the database /dev/null/app.db: a part of the path is a file, not a folder',
    );
  });
});
