import { describe, expect, test } from 'vitest';
import type { RoundTripReport } from '../src/contract/report.ts';
import { parseRoundTripOptions } from '../src/node/terminal/round-trip-options.ts';
import { runCommand } from './run-command.ts';

const roundtrip = (...args: string[]) => runCommand('roundtrip.js', args);

describe('pnpm roundtrip', () => {
  test('exits with 0 for a token that the server verifies', async () => {
    const { code, output } = await roundtrip('--customer', '42');
    const report: RoundTripReport = JSON.parse(output);
    expect(report).toMatchObject({
      schemaVersion: 1,
      ok: true,
      target: 'purchase.checkout.block.render',
      requests: [
        { method: 'OPTIONS', preflight: true, status: 204, cors: 'allowed', hasAuthorization: false },
        { method: 'GET', url: '/api/session-token', status: 200, cors: 'allowed', hasAuthorization: true },
      ],
      outcome: { kind: 'verified', what: 'Authenticated as customer 42 of sandbox.myshopify.com.' },
    });
    expect(code).toBe(0);
  });

  test('exits with 1 for a rejected token, and names the remedy', async () => {
    const { code, errors } = await roundtrip('--customer', '42', '--fault', 'audience');
    expect(errors).toContain('401');
    expect(errors).toContain('Rejected wrong_audience');
    expect(errors).toContain("Compare the server's client id");
    expect(errors).toContain('http://127.0.0.1:4100/?customer=42&fault=audience');
    expect(code).toBe(1);
  });

  test('exits with 0 for the expected rejection, and with 1 for another', async () => {
    const expected = await roundtrip('--fault', 'missing', '--expect', 'missing_token');
    expect(expected.errors).toContain('✓ missing_token, as expected');
    expect(expected.code).toBe(0);
    const { code, errors } = await roundtrip('--target', 'pos.home.tile.render', '--expect', 'expired');
    expect(errors).toContain('✗ expected expired');
    expect(code).toBe(1);
  });

  test('prints its usage on --help, and exits with 0', async () => {
    const { code, output } = await roundtrip('--help');
    expect(output).toContain('Usage: npx -y pnpm roundtrip');
    expect(code).toBe(0);
  });

  test('exits with 3 and prints the usage for a wrong option', async () => {
    const { code, output, errors } = await roundtrip('--fault', 'banana');
    expect(errors).toContain('Unknown value: --fault banana.');
    expect(errors).toContain('Usage: npx -y pnpm roundtrip');
    expect(output).toBe('');
    expect(code).toBe(3);
  });
});

test.each([
  [['--target', 'purchase.nonsense.render'], 'unknown target "purchase.nonsense.render".'],
  [['--target', 'pos.home.tile.rendr'], 'Did you mean pos.home.tile.render'],
  [['--target', 'toString'], 'Known: purchase.'],
  [['--fault', 'session-id'], 'The fault session-id does not exist on that surface.'],
  [['--customer', 'Robin'], 'Unknown value: --customer Robin.'],
  [['--fautl', 'expired'], "Unknown option '--fautl'"],
  [['--screenshot', 'out.png'], "Unknown option '--screenshot'"],
  [['--expect', 'text:Hello'], '--expect text:Hello needs a browser'],
])('%j is rejected with the usage', (args, message) => {
  expect(() => parseRoundTripOptions(args, '/')).toThrow(message);
  expect(() => parseRoundTripOptions(args, '/')).toThrow('Usage: npx -y pnpm roundtrip');
});

test('names the URL of the same round trip in the sandbox', () => {
  const args = ['--customer', '42', '--skew=-30', '--fault', 'tampered'];
  expect(parseRoundTripOptions(args, '/').url).toBe('/?customer=42&fault=tampered&skew=-30');
});
