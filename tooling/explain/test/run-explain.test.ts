import { PassThrough } from 'node:stream';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import type { Input } from '../src/read-input.ts';
import { runExplain } from '../src/run-explain.ts';

const CLIENT_ID = '0b5ec9a3c2e14a6f8d7092f4b1e6a35c';
const SECRET = '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';
const PREVIOUS_SECRET = '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';
const NOW_MS = Date.UTC(2026, 0, 15, 12);
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, now: () => NOW_MS });
const SETTINGS = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET: SECRET };

interface Run {
  args?: string[];
  env?: Record<string, string>;
  /** Typed at a terminal instead of piped in. */
  isTerminal?: boolean;
}

/** Runs the command with this text on standard input. */
async function run(text: string, { args = [], env = SETTINGS, isTerminal = false }: Run = {}) {
  const stdin: Input = new PassThrough();
  const output = [new PassThrough(), new PassThrough()] as const;
  const [stdout, stderr] = output;
  if (isTerminal) {
    stdin.isTTY = true;
    stdin.push(text);
  } else stdin.push(text);
  if (!isTerminal) stdin.push(null);
  const exitCode = await runExplain({ args, env, stdin, stdout, stderr, now: () => NOW_MS });
  const [printed, complaint] = output.map((stream) => String(stream.read() ?? ''));
  return { exitCode, printed: printed!, complaint: complaint! };
}

describe('a token on standard input', () => {
  test('that the server accepts is explained with exit code 0', async () => {
    const { exitCode, printed, complaint } = await run(mint({ sub: 'gid://shopify/Customer/7' }));
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^Accepted: the token belongs to a customer of sandbox\.myshopify\.com\.\n/);
    expect(printed).toContain('✓ Signature         signed with the current secret\n');
    expect(printed).not.toMatch(/[?✗] /);
    expect(complaint).toBe('');
  });

  test('that the server rejects is explained with what to do and exit code 1', async () => {
    const { exitCode, printed } = await run(mint({ aud: 'other' }));
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/^Rejected: wrong_audience \(aud\)\. The token was issued for another app\.\n/);
    expect(printed).toContain(
      `✗ App (aud)         "other"\n                    expected: "${CLIENT_ID}"\n                    to do: `,
    );
  });

  test('is undecided without the secret, with exit code 2', async () => {
    const { exitCode, printed } = await run(mint(), { env: { SHOPIFY_API_KEY: CLIENT_ID } });
    expect(exitCode).toBe(2);
    expect(printed).toMatch(/^Undecided\. Not checked: signature\. /);
    expect(printed).toContain('By its claims, it belongs to a guest');
    expect(printed).toContain(
      '? Signature         not checked: no client secret was given; set SHOPIFY_API_SECRET\n',
    );
  });

  test('may have a fault that an unchecked signature hides', async () => {
    const { exitCode, printed } = await run(mint({ exp: 1 }), { env: {} });
    expect(exitCode).toBe(1);
    expect(printed).toContain('may find another fault first');
  });

  test('is judged with the previous secret, too, and with settings as the server reads them', async () => {
    const env = {
      SHOPIFY_API_KEY: `${CLIENT_ID}\n`,
      SHOPIFY_API_SECRET: ` ${SECRET} `,
      SHOPIFY_API_SECRET_PREVIOUS: PREVIOUS_SECRET,
    };
    const { exitCode, printed } = await run(mint({}, { secret: PREVIOUS_SECRET }), { env });
    expect(exitCode).toBe(0);
    expect(printed).toContain('signed with the previous secret');
  });

  test.each(['Bearer ', 'Authorization: Bearer ', ' \n\t'])('may begin with %j', async (prefix) => {
    expect((await run(`${prefix}${mint()}\r\n`)).exitCode).toBe(0);
  });

  test('may have expired: --at compares it with another time', async () => {
    const token = mint({ iat: 1_700_000_000, nbf: 1_700_000_000, exp: 1_700_000_300 });
    expect((await run(token)).printed).toContain('Rejected: expired (exp)');
    expect((await run(token, { args: ['--at', '2023-11-14T22:13:30Z'] })).exitCode).toBe(0);
    expect((await run(token, { args: ['--at=2023-11-14T23:13:30+01:00'] })).exitCode).toBe(0);
  });

  test('that is far too long is rejected as the server rejects it', async () => {
    expect((await run('x'.repeat(3_000_000))).printed).toContain('token_too_large');
  });

  test('is asked for at a terminal, where one line ends it', async () => {
    const { exitCode, complaint } = await run(`${mint()}\r`, { isTerminal: true });
    expect(exitCode).toBe(0);
    expect(complaint).toContain('Paste the token');
    expect((await run(`authorization:\rBearer ${mint()}\r`, { isTerminal: true })).exitCode).toBe(0);
  });
});

describe('the specimen', () => {
  const token = mint({
    sub: 'gid://shopify/Customer/424242',
    jti: 'the-jti',
    'a@b.example': 'canary',
    sid: 'x',
  });

  test('is printed alone with --specimen, without any values', async () => {
    const { printed } = await run(token, { args: ['--specimen'] });
    expect(printed).toMatch(/^length /);
    expect(printed).toContain('not seen before: jti text, sid text, unknown text');
    expect(printed).not.toMatch(/424242|the-jti|canary|example|sandbox|Accepted/);
  });

  test('ends the report, with a request to send it if it has forms that no public source shows', async () => {
    const { printed } = await run(token);
    expect(printed).toContain('  not seen before: jti text');
    expect(printed).toContain('If this token comes from a real shop, please report');
    expect((await run(mint({ aud: 'x' }))).printed).toContain('If Shopify issued this token, please report');
    expect((await run(mint())).printed).not.toContain('please report');
  });

  test('is part of the JSON report, which has every check and no decoded token', async () => {
    const { printed, exitCode } = await run(mint({ aud: 'other' }), { args: ['--json'] });
    const report = JSON.parse(printed);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({
      verdict: 'rejected',
      code: 'wrong_audience',
      claim: 'aud',
      isCodeCertain: true,
    });
    expect(report.checks.length).toBeGreaterThan(10);
    expect(report.specimen.claims).toContainEqual({ name: 'dest', shape: 'shop', length: 21 });
    expect(report).not.toHaveProperty('unverifiedClaims');
    expect(report).not.toHaveProperty('unverifiedHeader');
  });
});

describe('the arguments', () => {
  test('may not contain a token, and are never repeated', async () => {
    const token = mint();
    for (const args of [
      [token],
      ['--token', token],
      [`--token=${token}`],
      ['--json', token],
      [`--json=${token}`],
    ]) {
      const { exitCode, printed, complaint } = await run(token, { args });
      expect(exitCode).toBe(2);
      expect(printed).toBe('');
      expect(complaint).toMatch(/history/);
      expect(complaint).not.toContain('eyJ');
    }
  });

  test.each([
    [['--at'], '--at needs a time'],
    [['--at', '2026-01-15'], '--at needs a time'],
    [['--at', '2026-99-15T12:00:00Z'], '--at needs a time'],
    [['--json', '--specimen'], 'not both'],
    [['--verbose'], 'Unknown option'],
  ])('%j are wrong', async (args, problem) => {
    const { exitCode, complaint } = await run(mint(), { args });
    expect(exitCode).toBe(2);
    expect(complaint).toContain(problem);
  });

  test('can ask for help', async () => {
    const { exitCode, printed } = await run('', { args: ['--', '--help'] });
    expect(exitCode).toBe(0);
    expect(printed).toContain('SHOPIFY_API_SECRET_PREVIOUS');
  });

  test('without a token on standard input are wrong usage', async () => {
    const { exitCode, complaint } = await run(' \n');
    expect(exitCode).toBe(2);
    expect(complaint).toContain('Standard input contains no token.');
  });
});

test('no output contains the token or a secret', async () => {
  for (const token of [mint(), mint({ aud: 'other' }), mint({}, { secret: PREVIOUS_SECRET })]) {
    for (const args of [[], ['--json'], ['--specimen']]) {
      const { printed, complaint } = await run(token, { args });
      for (const part of [...token.split('.').slice(1), SECRET])
        expect(printed + complaint).not.toContain(part);
    }
  }
});
