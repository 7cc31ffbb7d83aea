import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { EmbeddedPostgres } from '../postgres/embedded.ts';
import { query } from '../postgres/new-database.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { startServerProcess } from '../server-process.ts';
import { BODIES, createWebhookApp } from '../webhooks/webhook-app.ts';

/** The SQL of docs/deploy.md, run as printed. */
const guide = readFileSync(new URL('../../../../docs/deploy.md', import.meta.url), 'utf8');
const [asAdmin = '', asOwner = ''] = [...guide.matchAll(/^ *```sql\n([\s\S]*?)^ *```$/gm)].map(
  ([, sql]) => sql,
);

let postgres: EmbeddedPostgres;
let owner: string;
let serving: string;
beforeAll(async () => {
  postgres = await sharedPostgres();
  const statements = asAdmin.split(';').filter((statement) => statement.trim() !== '');
  // One by one: PostgreSQL creates no database in a transaction.
  for (const statement of statements)
    await query(postgres.url, statement.replace('…', randomBytes(8).toString('hex')));
  owner = urlFor('app_owner');
  serving = urlFor('app_server');
  await query(owner, asOwner);
});

function urlFor(user: string): string {
  const url = new URL(postgres.url);
  url.username = user;
  url.pathname = '/app';
  return url.href;
}

const tables = async () =>
  (await query(owner, "select tablename from pg_tables where schemaname = 'public'")).map(
    ({ tablename }) => tablename as string,
  );

describe('two database users, as docs/deploy.md creates them', () => {
  test('a server that lacks the tables and the right to create them says which command to run', async () => {
    const server = await startServerProcess({ env: { DATABASE_URL: serving } });

    expect(await server.exited).toBe(1);
    expect(server.output()).toMatch(
      /may not change tables.*run `node main\.js migrate` as the user that may/,
    );
    expect(await tables()).toEqual([]);
  });

  test('the migrate command creates the tables once, with no client secret in its environment', async () => {
    const env = { DATABASE_URL: owner, SHOPIFY_API_KEY: '', SHOPIFY_API_SECRET: '' };
    const first = await startServerProcess({ args: ['migrate'], env });
    expect(await first.exited).toBe(0);
    expect(first.output()).toMatch(/"executed":\["0001_.*"msg":"migrated"/);

    const second = await startServerProcess({ args: ['migrate'], env });
    expect(await second.exited).toBe(0);
    expect(second.output()).toContain('"executed":[],"unknown":[],"msg":"nothing to migrate"');
    expect(await tables()).toContain('privacy_requests');
  });

  test('the server then starts and is ready as the other user', async () => {
    const server = await startServerProcess({ env: { DATABASE_URL: serving } });
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);

    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });

  test('the server writes, and erases the data of a shop', async () => {
    const database = { kind: 'postgres', url: serving, poolSize: 2 } as const;
    const { app, deliver } = await createWebhookApp({ database });
    expect(
      (await deliver({ topic: 'customers/data_request', body: BODIES.dataRequest(42) })).statusCode,
    ).toBe(200);
    expect((await deliver({ topic: 'shop/redact', body: BODIES.shopRedact() })).statusCode).toBe(200);
    const open = 'select count(*)::int as open from privacy_requests where completed_at is null';
    await expect.poll(() => query(owner, open)).toEqual([{ open: 0 }]);
    await app.close();
  });

  test('the serving user may change the rows of every table, and nothing else of it', async () => {
    const rights = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'];
    for (const table of await tables()) {
      const columns = rights.map((right) => `has_table_privilege('${table}', '${right}') as "${right}"`);
      expect(await query(serving, `select ${columns}`), table).toEqual([
        Object.fromEntries(rights.map((right, index) => [right, index < 4])),
      ]);
    }
  });

  test.each([
    'create table mine (id integer)',
    'create temporary table mine (id integer)',
    'create schema mine',
    'create database mine',
    'create role mine',
    'create extension pg_stat_statements',
    'drop table privacy_requests',
    'alter table privacy_requests add column mine text',
    'truncate privacy_requests',
    'create index mine on privacy_requests (shop)',
    'set role app_owner',
    'copy privacy_requests to program $$true$$',
  ])('the serving user may not %s', async (statement) => {
    await expect(query(serving, statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('tables of later migrations are granted to the serving user, too', async () => {
    await query(owner, 'create table later (id integer)');
    await query(serving, 'insert into later values (1)');
    expect(await query(serving, 'select id from later')).toEqual([{ id: 1 }]);
  });
});

describe('the migrate command', () => {
  test('exits with 1 if the database cannot be reached', async () => {
    const migrate = await startServerProcess({
      args: ['migrate'],
      env: { DATABASE_URL: 'postgres://app:hunter2@127.0.0.1:1/app' },
    });

    expect(await migrate.exited).toBe(1);
    expect(migrate.output()).toMatch(/ECONNREFUSED/);
    expect(migrate.output()).not.toContain('hunter2');
  });

  test('creates a SQLite database', async () => {
    const migrate = await startServerProcess({ args: ['migrate'], env: { DATABASE_URL: 'file::memory:' } });

    expect(await migrate.exited).toBe(0);
    expect(migrate.output()).toContain('"msg":"migrated"');
  });

  test('exits with 1 on a signal, because it changed nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const migrate = await startServerProcess({
      args: ['migrate'],
      env: { DATABASE_URL: `postgres://127.0.0.1:${port}/app` },
      onSpawn: (child) => void silent.once('connection', () => child.kill('SIGTERM')),
    });

    expect(await migrate.exited).toBe(1);
  });

  test.each([['migrat'], ['migrate', 'now']])('is the only one: %s is rejected', async (...args) => {
    const server = await startServerProcess({ args });

    expect(await server.exited).toBe(1);
    expect(server.output()).toBe('Usage: node main.js [migrate]\n');
  });
});
