import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseRoundTripOptions, sandboxUrl } from '../src/node/terminal/round-trip-options.ts';

const MAIN = fileURLToPath(new URL('../src/round-trip-cli.ts', import.meta.url));

async function roundtrip(...args: string[]) {
  const env = { ...process.env, NODE_ENV: undefined, SHOPIFY_API_SECRET: undefined };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, output, errors };
}

describe('pnpm roundtrip', { timeout: 60_000 }, () => {
  test('exits with 0 for a token that the server verifies', async () => {
    const { code, output } = await roundtrip('--customer', '42');
    expect(output).toMatch(/200 .* buyer, customer 42 at sandbox.myshopify.com/);
    expect(code).toBe(0);
  });

  test('exits with 1 for a rejected token, and names the remedy', async () => {
    const { code, output } = await roundtrip('--customer', '42', '--fault', 'audience');
    expect(output).toContain('401');
    expect(output).toContain('rejected: wrong_audience');
    expect(output).toContain("Compare the server's client id");
    expect(output).toContain('?customer=42&fault=audience');
    expect(code).toBe(1);
  });

  test('exits with 0 for the expected rejection, and with 1 for another', async () => {
    const expected = await roundtrip('--fault', 'missing', '--expect', 'missing_token');
    expect(expected.output).toContain('✓ rejected: missing_token, as expected');
    expect(expected.code).toBe(0);
    const { code, output } = await roundtrip('--target', 'pos.home.tile.render', '--expect', 'expired');
    expect(output).toContain('Expected expired.');
    expect(code).toBe(1);
  });

  test('prints its usage on --help, and exits with 0', async () => {
    const { code, output } = await roundtrip('--help');
    expect(output).toContain('Usage: npx -y pnpm roundtrip');
    expect(code).toBe(0);
  });

  test.each([
    [['--target', 'purchase.nonsense.render'], 'unknown target "purchase.nonsense.render".'],
    [['--target', 'pos.home.tile.rendr'], 'Did you mean pos.home.tile.render'],
    [['--target', 'toString'], 'Known: purchase.'],
    [['--fault', 'banana'], 'Unknown value: --fault banana.'],
    [['--fault', 'session-id'], 'The fault session-id does not exist on that surface.'],
    [['--customer', 'Robin'], 'Unknown value: --customer Robin.'],
    [['--fautl', 'expired'], "Unknown option '--fautl'"],
  ])('%j exits with 3 and prints the usage', async (args, message) => {
    const { code, errors } = await roundtrip(...args);
    expect(errors).toContain(message);
    expect(errors).toContain('Usage: npx -y pnpm roundtrip');
    expect(code).toBe(3);
  });
});

test('prints the URL of the same round trip in the sandbox', () => {
  const { token } = parseRoundTripOptions(['--customer', '42', '--skew=-30', '--fault', 'tampered']);
  expect(sandboxUrl(token!)).toBe('http://127.0.0.1:4100/?customer=42&fault=tampered&skew=-30');
});
