import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/database.ts';
import type { EmbeddedPostgres } from '../postgres/embedded.ts';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { CLIENT_ID, SECRET } from '../test-app.ts';
import { openQuietly } from './databases.ts';

/** A PostgreSQL whose role `login` needs a password. */
let postgres: EmbeddedPostgres;
let url: string;
beforeAll(async () => {
  postgres = await sharedPostgres();
  await query(postgres.url, 'create role login login');
  const created = new URL(await createPostgresDatabase(postgres.url));
  await query(created.href, 'grant all on schema public to login');
  created.username = 'login';
  url = created.href;
});

const setPassword = (password: string) => query(postgres.url, `alter role login password '${password}'`);

function open(settings: { DATABASE_URL: string; DATABASE_PASSWORD?: string }): Promise<Database> {
  const env = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET: SECRET, ...settings };
  return openQuietly(readConfig(env).database);
}

test.each([
  'a/b',
  'a#b',
  'a?b',
  'a%b',
  '%41',
  'a@b',
  'a:b',
  'a b',
  ' a ',
  'a+b',
  'a&b=c',
  'é€𝕏',
  `/#?%@: &+="\\`,
])('DATABASE_PASSWORD may be %j', async (password) => {
  await setPassword(password);
  const database = await open({ DATABASE_URL: url, DATABASE_PASSWORD: password });

  expect(await database.readinessProblem()).toBeUndefined();
  await database.close();
});

describe('a permanent login failure stops the start and says what to check', () => {
  test('a wrong password', async () => {
    await setPassword('right');
    await expect(open({ DATABASE_URL: url, DATABASE_PASSWORD: 'hunter2' })).rejects.toMatchObject({
      name: 'DatabaseStartError',
      message: expect.stringMatching(/rejected the password: check DATABASE_PASSWORD/),
    });
  });

  test('no password', async () => {
    await expect(open({ DATABASE_URL: url })).rejects.toMatchObject({
      name: 'DatabaseStartError',
      message: expect.stringMatching(/requires a password: set DATABASE_PASSWORD/),
    });
  });

  test('an unknown role', async () => {
    const other = new URL(url);
    other.username = 'nobody';
    await expect(open({ DATABASE_URL: other.href })).rejects.toMatchObject({
      name: 'DatabaseStartError',
      message: expect.stringMatching(/rejected the login/),
    });
  });

  test('an unknown database', async () => {
    const other = new URL(postgres.url);
    other.pathname = '/missing';
    await expect(open({ DATABASE_URL: other.href })).rejects.toMatchObject({
      name: 'DatabaseStartError',
      message: expect.stringMatching(/database does not exist/),
    });
  });
});

test('a role without a free connection is retried', async () => {
  await setPassword('right');
  await query(postgres.url, 'alter role login connection limit 0');
  const database = await open({ DATABASE_URL: url, DATABASE_PASSWORD: 'right' });
  expect(await database.readinessProblem()).toBe('database_not_migrated');

  await query(postgres.url, 'alter role login connection limit 10');
  await expect.poll(() => database.readinessProblem()).toBeUndefined();
  await database.close();
});

test('a password that changes while the server runs makes it unavailable, but does not end it', async () => {
  await setPassword('first');
  const database = await open({ DATABASE_URL: url, DATABASE_PASSWORD: 'first' });
  await setPassword('second');
  await query(postgres.url, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'login'");
  const read = () => database.read((db) => db.introspection.getSchemas());

  await expect
    .poll(() => read().catch(({ code, cause }) => [code, cause.code]))
    .toEqual(['database_unavailable', '28P01']);
  await setPassword('first');
  expect((await read()).length).toBeGreaterThan(0);
  await database.close();
});
