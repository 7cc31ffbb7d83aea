import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenIssuer } from '@session-token/token-issuer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, PREVIOUS_SECRET, SECRET } from './test-app.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-files-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileWith(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `secret-${files}`);
  writeFileSync(path, content);
  return path;
}

const required = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET: SECRET };

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('secrets from files', () => {
  test('reads every secret from the file that its _FILE setting names', () => {
    const config = readConfig({
      SHOPIFY_API_KEY: CLIENT_ID,
      SHOPIFY_API_SECRET_FILE: fileWith(SECRET),
      SHOPIFY_API_SECRET_PREVIOUS_FILE: fileWith(PREVIOUS_SECRET),
      DATABASE_URL_FILE: fileWith('postgres://app@db/app'),
      DATABASE_PASSWORD_FILE: fileWith('hunter2'),
      REDIS_URL_FILE: fileWith('redis://:hunter2@cache'),
    });

    expect(config.secrets).toEqual([SECRET, PREVIOUS_SECRET]);
    expect(config.database).toMatchObject({ url: 'postgres://app@db/app?password=hunter2' });
    expect(config.redis).toMatchObject({ host: 'cache', password: 'hunter2' });
  });

  test.each([
    ['a line feed at the end', `${SECRET}\n`],
    ['a Windows line break at the end', `${SECRET}\r\n`],
    ['a byte order mark', `\uFEFF${SECRET}`],
    ['spaces around the secret', `  ${SECRET} \n`],
  ])('ignores %s', (_what, content) => {
    const variables = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET_FILE: fileWith(content) };
    expect(readConfig(variables).secrets).toEqual([SECRET]);
  });

  test('keeps spaces of a password, but not the line break at the end of its file', () => {
    const path = fileWith(' pass word \n');
    const { database } = readConfig({
      ...required,
      DATABASE_URL: 'postgres://app@db/app',
      DATABASE_PASSWORD_FILE: path,
    });
    expect(database).toMatchObject({ url: 'postgres://app@db/app?password=+pass+word+' });
  });

  test.each([
    ['SHOPIFY_API_SECRET', SECRET],
    ['SHOPIFY_API_SECRET_PREVIOUS', PREVIOUS_SECRET],
    ['DATABASE_URL', 'postgres://app@db/app'],
    ['DATABASE_PASSWORD', 'hunter2'],
    ['REDIS_URL', 'redis://:hunter2@cache'],
  ])('rejects %s next to its file, and names both', (name, value) => {
    const variables = { ...required, [name]: value, [`${name}_FILE`]: fileWith(value) };
    const problems = problemsOf(variables);

    expect(problems).toContain(`${name} and ${name}_FILE are both set: keep one`);
    expect(problems.join()).not.toContain(value);
  });

  test('does not count an empty variable, as compose passes it, as set', () => {
    const variables = { ...required, SHOPIFY_API_SECRET: '', SHOPIFY_API_SECRET_FILE: fileWith(SECRET) };
    expect(readConfig(variables).secrets).toEqual([SECRET]);
    expect(readConfig({ ...required, SHOPIFY_API_SECRET_FILE: ' ' }).secrets).toEqual([SECRET]);
  });

  test.each([
    ['that does not exist', () => join(folder, 'missing'), 'names a file that does not exist'],
    ['below a file', () => `${fileWith('x')}/secret`, 'names a file that does not exist'],
    ['that is a folder', () => folder, 'names a file that is a folder'],
    ['that cannot be opened', () => linkToItself(), 'names a file that cannot be read (ELOOP)'],
    ['that is empty', () => fileWith(''), 'names an empty file'],
    ['with a line break only', () => fileWith(' \r\n'), 'names an empty file'],
    ['of several lines', () => fileWith(`A=1\nB=${SECRET}\n`), 'names a file of several lines'],
    ['with two line breaks', () => fileWith(`${SECRET}\n\n`), 'names a file of several lines'],
    ['that is not text', () => fileWith(Uint8Array.of(0xff, 0xfe, 0x31)), 'names a file that is not UTF-8'],
    ['without an end', () => '/dev/zero', 'names a file of more than 4096 bytes'],
  ])('rejects a file %s, without quoting its path', (_what, path, problem) => {
    const file = path();
    const problems = problemsOf({ SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET_FILE: file });

    expect(problems).toEqual([expect.stringContaining(`SHOPIFY_API_SECRET_FILE ${problem}`)]);
    expect(problems[0]).not.toContain(file);
  });

  test('accepts a file of 4096 bytes, and rejects one of 4097', () => {
    const variables = { ...required, DATABASE_URL: 'postgres://app@db/app' };
    const withPassword = (length: number) =>
      problemsOf({ ...variables, DATABASE_PASSWORD_FILE: fileWith('x'.repeat(length)) });

    expect(withPassword(4096)).toEqual([]);
    expect(withPassword(4097)).toEqual(['DATABASE_PASSWORD_FILE names a file of more than 4096 bytes']);
  });

  test('applies the rules of secrets to the content, and names the setting of the file', () => {
    const variables = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET_FILE: fileWith('short\n') };
    expect(problemsOf(variables)).toEqual([expect.stringMatching(/^SHOPIFY_API_SECRET_FILE must have/)]);
  });

  test('are read when the server starts: a later change of the file has no effect', async () => {
    const path = fileWith(`${SECRET}\n`);
    const server = await startServerProcess({
      env: { SHOPIFY_API_SECRET: '', SHOPIFY_API_SECRET_FILE: path },
    });
    writeFileSync(path, PREVIOUS_SECRET);

    const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
    const headers = { authorization: `Bearer ${mint()}` };
    expect((await fetch(`${server.url}/api/session-token`, { headers })).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.output()).not.toMatch(new RegExp(`${SECRET}|${PREVIOUS_SECRET}|${path}`));
  });
});

function linkToItself(): string {
  const path = join(folder, 'loop');
  symlinkSync(path, path);
  return path;
}
