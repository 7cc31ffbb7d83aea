import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, test } from 'vitest';
import { freePort } from './postgres/free-port.ts';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, PREVIOUS_SECRET, SECRET } from './test-app.ts';

const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });

describe('the server process', () => {
  test('verifies a token, and exits with 0 on SIGTERM', async () => {
    const server = await startServerProcess();
    const headers = { authorization: `Bearer ${mint()}` };
    expect((await fetch(`${server.url}/api/session-token`, { headers })).status).toBe(200);

    server.child.kill('SIGTERM');

    expect(await server.exited).toBe(0);
    expect(server.output()).toContain('"msg":"stopped"');
    expect(server.output()).not.toContain(SECRET);
  });

  test('is not ready but still serves while it drains, and a second signal skips the wait', async () => {
    const server = await startServerProcess({ env: { DRAIN_SECONDS: '60' } });
    server.child.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${server.url}/health/ready`)).status).toBe(503);

    const headers = { authorization: `Bearer ${mint()}` };
    expect((await fetch(`${server.url}/api/session-token`, { headers })).status).toBe(200);
    server.child.kill('SIGTERM');

    expect(await server.exited).toBe(0);
  });

  test('lists every missing or wrong setting on its own line and exits with 1', async () => {
    const env = { SHOPIFY_API_KEY: '', SHOPIFY_API_SECRET: 'too-short', PORT: 'x' };
    const server = await startServerProcess({ env });

    expect(await server.exited).toBe(1);
    expect(server.output().trim().split('\n')).toHaveLength(4);
    expect(server.output()).toMatch(
      /SHOPIFY_API_KEY is missing.*SHOPIFY_API_SECRET must have.*PORT must be/s,
    );
    expect(server.output()).not.toMatch(/too-short|\n +at /);
  });

  test.each([
    ['logs at start-up that a rotation is open', PREVIOUS_SECRET, true],
    ['does not mention a rotation when there is none', '', false],
  ])('%s', async (_name, previous, isOpen) => {
    const server = await startServerProcess({ env: { SHOPIFY_API_SECRET_PREVIOUS: previous } });
    server.child.kill('SIGINT');

    expect(await server.exited).toBe(0);
    expect(server.output().includes('a rotation is open')).toBe(isOpen);
    expect(server.output()).not.toContain(PREVIOUS_SECRET);
  });

  test('names the port that is in use and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;

    const server = await startServerProcess({ env: { PORT: String(port), BIND_ADDRESS: '127.0.0.1' } });
    other.close();

    expect(await server.exited).toBe(1);
    expect(server.output()).toContain(
      `port ${port} is in use: stop the other process, or set PORT to another`,
    );
  });

  test('logs an uncaught error and exits with 1', async () => {
    const crash = 'setTimeout(() => { throw new Error(`lost in a timer`); }, 700)';
    const server = await startServerProcess({
      env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(crash)}` },
    });

    expect(await server.exited).toBe(1);
    expect(server.output()).toMatch(/"level":"fatal".*lost in a timer.*"msg":"uncaught error"/);
  });

  test.each([
    ['its own handler', []],
    ["Node's --disable-sigusr1, as in the image", ['--disable-sigusr1']],
  ])('does not open the inspector on SIGUSR1, and continues: %s', async (_name, flags) => {
    const port = await freePort();
    const server = await startServerProcess({ flags: [`--inspect-port=${port}`, ...flags] });
    const connect = () => fetch(`http://127.0.0.1:${port}/json/version`);

    server.child.kill('SIGUSR1');
    await inspectorOpensIn(process.execPath); // so it had the time to open in the server, too

    await expect(connect()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.output()).not.toContain('Debugger');
  });

  test('serves the API docs at /docs in development, with readable log lines', async () => {
    const server = await startServerProcess({ entry: new URL('../src/dev.ts', import.meta.url).pathname });

    const page = await fetch(`${server.url}/docs/`);
    expect(await page.text()).toContain('Swagger UI');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await fetch(`${server.url}/docs/json`)).status).toBe(200);
    expect(server.output()).toMatch(/INFO.*Server listening/);
    server.child.kill('SIGINT');

    expect(await server.exited).toBe(0);
  });
});

/** Sends SIGUSR1 to a process without a handler, and resolves when its inspector listens. */
async function inspectorOpensIn(node: string): Promise<void> {
  const script = 'setInterval(() => {}, 1000); process.stdout.write("up")';
  const child = spawn(node, ['--inspect-port=0', '--eval', script]);
  await once(child.stdout, 'data');
  child.kill('SIGUSR1');
  let output = '';
  for await (const chunk of child.stderr) {
    output += chunk;
    if (output.includes('Debugger listening')) break;
  }
  child.kill('SIGKILL');
  expect(output).toContain('Debugger listening');
}
