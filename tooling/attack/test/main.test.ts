import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP, type ServerParts, startServer } from './correct-server/server.ts';
import { CLAIM_FAULTS } from './faults/token-faults.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const APP_OPTIONS = ['--client-id', APP.clientId, '--secret-env', 'APP_SECRET'];
const FAULTY = CLAIM_FAULTS['audience/list'].parts;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'attack-main-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function attack(...args: string[]) {
  const { NODE_COMPILE_CACHE } = process.env;
  const env = { APP_SECRET: APP.secret, ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };
  const child = spawn(process.execPath, [MAIN, ...args], {
    env,
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, output, errors };
}

async function attackServer(parts: Partial<ServerParts>, ...args: string[]) {
  await using server = await startServer(parts);
  return await attack(server.url, ...APP_OPTIONS, ...args);
}

describe('pnpm attack', { timeout: 120_000 }, () => {
  test('exits with 0 if nothing fails the run', async () => {
    const { code, output, errors } = await attackServer({});
    expect(output).toContain('Passed: no new finding of severity high or worse. 0 findings');
    expect(errors).toContain('hostile tokens: ');
    expect(code).toBe(0);
  });

  test('exits with 1 for a finding of the severity in --fail-on, and writes reports without the secret', async () => {
    const files = ['--json', 'report.json', '--junit', 'report.xml'];
    expect(await attackServer(FAULTY)).toMatchObject({ code: 0 });
    const { code, output, errors } = await attackServer(FAULTY, '--fail-on', 'low', ...files);
    expect(code).toBe(1);
    const [json = '', xml = ''] = ['report.json', 'report.xml'].map((file) =>
      readFileSync(join(directory, file), 'utf8'),
    );
    expect(JSON.parse(json)).toMatchObject({ failed: true, findings: [{ id: 'audience/list' }] });
    expect(xml).toContain('failures="3"');
    for (const written of [output, errors, json, xml]) {
      expect(written).not.toContain(APP.secret);
      expect(written).not.toMatch(/eyJ[\w-]+\./);
    }
  });

  test('exits with 0 once the findings are in the baseline', async () => {
    const options = ['--fail-on', 'info', '--baseline', 'baseline.json'];
    expect(await attackServer(FAULTY, ...options)).toMatchObject({ code: 3, output: '' });
    expect(await attackServer(FAULTY, ...options, '--update-baseline')).toMatchObject({ code: 0 });
    expect(await attackServer(FAULTY, ...options)).toMatchObject({ code: 0 });
    expect(await attackServer(CLAIM_FAULTS['times/no-expiry'].parts, ...options)).toMatchObject({ code: 1 });
  });

  test('exits with 2 if the result is void, and writes no baseline', async () => {
    const options = ['--baseline', 'void.json', '--update-baseline'];
    const { code, output } = await attackServer({ callers: ['staff'] }, ...options);
    expect(output).toMatch(/^The result is void\. The server did not accept a genuine token of a guest/);
    expect(code).toBe(2);
    expect(existsSync(join(directory, 'void.json'))).toBe(false);
  });

  test('exits with 2 if a limit ends the run', async () => {
    const { code, output } = await attackServer({}, '--max-requests', '50');
    expect(output).toContain('The result is incomplete. --max-requests ended the run.');
    expect(code).toBe(2);
  });

  test.each([
    ['no URL', [...APP_OPTIONS], 'Name one URL to attack. Usage: npx -y pnpm attack <url>'],
    ['an unknown option', ['http://localhost/', ...APP_OPTIONS, '--costumer'], "Unknown option '--costumer'"],
    ['a target elsewhere', ['http://203.0.113.7/', ...APP_OPTIONS], 'add --i-own-this'],
  ])('exits with 3 for %s', async (_what, args, message) => {
    const { code, output, errors } = await attack(...args);
    expect({ code, output }).toEqual({ code: 3, output: '' });
    expect(errors).toContain(message);
    expect(errors).not.toMatch(/\n {4}at /);
  });

  test('exits with 3 if a report cannot be written', async () => {
    const { code, errors } = await attackServer({}, '--json', 'no/such/folder.json');
    expect(errors).toContain('The report cannot be written');
    expect(code).toBe(3);
  });

  test('--help explains the options', async () => {
    const { code, output } = await attack('--help');
    expect(output).toContain('--i-own-this ');
    expect(code).toBe(0);
  });
});
