import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../src/database/postgres.ts';
import { createCertificate } from '../certificate.ts';
import type { EmbeddedPostgres } from '../postgres/embedded.ts';
import { createPostgresDatabase, query } from '../postgres/new-database.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { createTestApp, type TestApp } from '../test-app.ts';
import { openQuietly } from './databases.ts';

/** No other file changes its certificate. */
let postgres: EmbeddedPostgres;
let folder: string;
let trusted: { cert: string; key: string };
let stranger: { cert: string; key: string };
const open: TestApp[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'));
  [trusted, stranger] = await Promise.all([createCertificate(), createCertificate()]);
  await writeFile(join(folder, 'ca.pem'), trusted.cert);
  postgres = await sharedPostgres();
});
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const withTls = (url: string) => `${url}?sslmode=verify-full&sslrootcert=${join(folder, 'ca.pem')}`;
async function start(url: string): Promise<TestApp> {
  const testApp = await createTestApp({ database: { kind: 'postgres', url, poolSize: 2 } });
  open.push(testApp);
  return testApp;
}
const ready = async ({ app }: TestApp) => (await app.inject('/health/ready')).json();
const AVAILABLE = { status: 'ok' };

test('retries a server that has no TLS yet, or the wrong certificate', async () => {
  const testApp = await start(withTls(await createPostgresDatabase(postgres.url)));
  const missing = { status: 'unavailable', reason: 'database_not_migrated' };
  expect(await ready(testApp)).toEqual(missing);
  expect(JSON.stringify(testApp.logLines())).toMatch(/database unavailable/);

  await postgres.useCertificate(stranger);
  expect(await ready(testApp)).toEqual(missing);
  await postgres.useCertificate(trusted);
  await expect.poll(() => ready(testApp)).toEqual(AVAILABLE);
});

test('a certificate that changes makes new connections unavailable until it is right again', async () => {
  await postgres.useCertificate(trusted);
  const url = await createPostgresDatabase(postgres.url);
  const testApp = await start(withTls(url));
  const { database } = testApp.app;
  const usesTls = sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
  await expect.poll(() => ready(testApp)).toEqual(AVAILABLE);
  expect((await database.read((db) => usesTls.execute(db))).rows).toEqual([{ ssl: true }]);

  const endConnections = () =>
    query(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  const failure = async () => {
    await endConnections();
    return database
      .read((db) => usesTls.execute(db))
      .then(
        () => undefined,
        ({ code, cause }) => [code, cause.code],
      );
  };
  await postgres.useCertificate(stranger);
  await expect.poll(failure).toEqual(['database_unavailable', 'DEPTH_ZERO_SELF_SIGNED_CERT']);
  await postgres.useCertificate(trusted);
  await expect.poll(failure).toBeUndefined();
});

describe('a file that the URL names', () => {
  const CASES = [
    ['is missing', 'sslrootcert', 'missing.pem', undefined, /missing\.pem/],
    ['holds no certificate', 'sslrootcert', 'text.pem', 'no certificate', /DATABASE_URL names/],
    ['is empty', 'sslrootcert', 'empty.pem', '', /DATABASE_URL names/],
    ['holds no key', 'sslkey', 'text.key', 'no key', /DATABASE_URL names/],
  ] as const;
  test.each(CASES)('stops the start when it %s', async (_what, parameter, name, content, message) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const attempt = openQuietly({
      kind: 'postgres',
      url: `${postgres.url}?sslmode=verify-full&${parameter}=${path}`,
      poolSize: 1,
    });

    await expect(attempt).rejects.toMatchObject({
      name: 'DatabaseStartError',
      message: expect.stringMatching(message),
    });
  });
});

describe('the warning about a PostgreSQL connection without TLS', () => {
  test.each([
    ['postgres://db.example/app', true],
    ['postgres://10.0.0.7/app', true],
    ['postgres://127.0.0.1.example/app', true],
    ['postgres://db.example/app?sslmode=disable', true],
    ['postgres://localhost/app?host=db.example', true],
    ['postgres://db.example/app?sslmode=verify-full', false],
    ['postgres://db.example/app?ssl=true', false],
    ['postgres://localhost/app', false],
    ['postgres://127.0.0.1:5433/app', false],
    ['postgres://[::1]/app', false],
    ['postgres:///app?host=/run/postgresql', false],
  ])('of %s: %s', async (url, isWarned) => {
    const warnings: string[] = [];
    const logger = { warn: (_details: object, message: string) => void warnings.push(message) };
    await openPostgres({ url, poolSize: 1 }, logger);

    const warning = 'the connection to PostgreSQL has no TLS; add sslmode=verify-full to DATABASE_URL';
    expect(warnings).toEqual(isWarned ? [warning] : []);
  });
});
