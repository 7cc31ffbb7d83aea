import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Report } from '../src/contract/report.ts';
import { expect, test } from './sandbox-page.ts';
import { PACKAGE } from './sandbox-process.ts';

// Each starts its own sandbox and browser.

const start = (...args: string[]) =>
  spawn(process.execPath, ['src/render-cli.ts', '--extension', '../checkout-extension', ...args], {
    cwd: PACKAGE,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function render(...args: string[]) {
  const child = start(...args);
  const [output, summary, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, output, summary };
}

test('pnpm render prints what the extension rendered and requested, and exits with 0 as expected', async () => {
  const screenshot = test.info().outputPath('render.png');
  const { code, output, summary } = await render(
    ...[
      '--customer',
      '42',
      '--expect',
      'verified',
      '--expect',
      'text:Verified for',
      '--screenshot',
      screenshot,
    ],
  );
  const report: Report = JSON.parse(output);
  expect(report).toMatchObject({
    schemaVersion: 1,
    ok: true,
    exitCode: 0,
    settled: true,
    expectations: [{ met: true }, { met: true }],
    target: 'purchase.checkout.block.render',
    extension: { id: 'checkout-extension', isDeclared: true },
    outcome: { kind: 'verified', what: 'Authenticated as customer 42 of sandbox.myshopify.com.' },
    problems: [],
    facts: { origin: 'null' },
  });
  expect(report.tree[0]).toMatchObject({
    element: 's-stack',
    children: [{ element: 's-banner', properties: { tone: 'success' } }, {}],
  });
  expect(report.requests.slice(0, 2)).toMatchObject([
    { method: 'OPTIONS', url: '/api/session-token', preflight: true, status: 204, cors: 'allowed' },
    { method: 'GET', url: '/api/session-token', hasAuthorization: true, status: 200, cors: 'allowed' },
  ]);
  expect(output).not.toMatch(/eyJ[\w-]+\.eyJ/);
  expect(summary).toContain('✓ verified, as expected');
  expect(readFileSync(screenshot).subarray(1, 4).toString()).toBe('PNG');
  expect(code).toBe(0);
});

test('pnpm render exits with 1 if the outcome is another one, and writes the report to a file', async () => {
  const file = test.info().outputPath('report.json');
  const { code, output, summary } = await render(
    ...['--fault', 'audience', '--expect', 'verified', '--timeout', '8', '--json', file],
  );
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  expect(report).toMatchObject({
    ok: false,
    exitCode: 1,
    expectations: [{ expected: 'verified', met: false }],
    outcome: { kind: 'rejected', code: 'wrong_audience', where: expect.stringMatching(/^aud in the token/) },
  });
  expect(output).toBe('');
  expect(summary).toContain('✗ expected verified');
  expect(code).toBe(1);
});

test('Ctrl-C stops pnpm render with its server, and it prints no report', async () => {
  const child = start('--delay', '60000');
  let server = '';
  for await (const chunk of child.stderr) {
    server = /apps\/server on ([\d.:]+)/.exec(String(chunk))?.[1] ?? server;
    if (server) break;
  }
  child.kill('SIGINT');
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(code).toBe(130);
  expect(output).toBe('');
  await expect(fetch(`http://${server}/health/live`)).rejects.toThrow('fetch failed');
});
