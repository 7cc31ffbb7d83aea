import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { developmentCredentials } from '../src/node/app/development-credentials.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'credentials-')), 'state');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

const fileIn = () => join(directory, readdirSync(directory)[0]!);
const credentials = (folder = '/app', clientId?: string) =>
  developmentCredentials({ folder, directory, clientId });

test('are the same at every start of one app, and differ from those of another', () => {
  const first = credentials();
  expect(first).toMatchObject({ isStable: true, clientId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(first.secret).toMatch(/^sandbox_[0-9a-f]{64}$/);
  expect(credentials()).toEqual(first);
  expect(credentials('/other').secret).not.toBe(first.secret);
});

test("use the app's client id, which does not change the secret", () => {
  const { secret } = credentials();
  expect(credentials('/app', 'their-client-id')).toEqual({
    clientId: 'their-client-id',
    secret,
    isStable: true,
  });
});

test('are readable only by this user, in a folder that only this user can list', () => {
  credentials();
  expect(statSync(fileIn()).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
});

test.each([0o640, 0o604])('are replaced after a file with mode %o', (mode) => {
  const { secret } = credentials();
  chmodSync(fileIn(), mode);
  expect(credentials().secret).not.toBe(secret);
  expect(statSync(fileIn()).mode & 0o777).toBe(0o600);
});

test.each(['', '{}', '{"clientId":"a","secret":"shpss_0123"}', 'null'])('replace a file with %s', (text) => {
  credentials();
  writeFileSync(fileIn(), text);
  expect(credentials().secret).toMatch(/^sandbox_/);
  expect(readFileSync(fileIn(), 'utf8')).toContain('sandbox_');
});

test('are not stable if they cannot be stored', () => {
  const file = join(directory, '..', 'file');
  writeFileSync(file, '');
  expect(developmentCredentials({ folder: '/app', directory: file })).toMatchObject({ isStable: false });
});
