import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeTunnel, type FakeTunnel } from '../../fake-shopify/fake-tunnel.ts';
import { startQuickTunnel } from '../../src/dev/quick-tunnel.ts';
import { isRunning, runModule } from '../processes.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../src/dev/quick-tunnel.ts'));
const HOST = 'made-up-words.trycloudflare.com';
let folder: string;
let tunnel: FakeTunnel;
/** A `cloudflared` that connects, and writes its process id to a file. */
let program: string;

/** Writes a program that replaces cloudflared. */
function createProgram(name: string, shellScript: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${shellScript}\n`);
  chmodSync(path, 0o755);
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quick-tunnel-'));
  tunnel = createFakeTunnel(HOST);
  const variables = Object.entries(tunnel.env('')).filter(([name]) => name !== 'PATH');
  const assignments = variables.map(([name, value]) => `${name}="${value}"`).join(' ');
  program = createProgram('connects', `${assignments} exec "${tunnel.program}" "$@"`);
});
afterAll(() => {
  tunnel.remove();
  rmSync(folder, { recursive: true });
});

test('opens a tunnel to the port, and ends it', async () => {
  const { url, ended, stop } = await startQuickTunnel({ program, port: 4567, timeoutMs: 20_000 });
  expect(url).toBe(`https://${HOST}`);
  expect(tunnel.target()).toMatchObject({ port: 4567 });
  stop();
  await ended;
  expect(isRunning(tunnel.target()!.pid)).toBe(false);
});

test('the tunnel ends with the process that opened it, even if that one is killed', async () => {
  const options = JSON.stringify({ program, port: 1, timeoutMs: 20_000 });
  const { child } = await runModule(`
    import { startQuickTunnel } from ${JSON.stringify(MODULE)};
    await startQuickTunnel(${options});
    console.log(process.pid);
  `);
  const { pid } = tunnel.target()!;
  expect(isRunning(pid)).toBe(true);
  child.kill('SIGKILL');
  await expect.poll(() => isRunning(pid)).toBe(false);
});

test.each([
  [
    'cloudflared’s own message',
    'echo "ERR failed to request quick Tunnel: 429" >&2; exit 1',
    'request quick Tunnel: 429',
  ],
  ['nothing, if it printed nothing', 'exit 1', 'no output'],
])('fails with %s when it ends at once', async (_what, script, message) => {
  const failing = createProgram('fails', script);
  await expect(startQuickTunnel({ program: failing, port: 1, timeoutMs: 20_000 })).rejects.toThrow(message);
});

test.each([
  ['never connects', `echo "INF |  https://${HOST}  |"`],
  ['never gets an address', 'echo "https://api.trycloudflare.com"; echo "INF Registered tunnel connection"'],
])('gives up on a tunnel that %s', async (_what, script) => {
  const hanging = createProgram('hangs', `${script}; exec sleep 60`);
  await expect(startQuickTunnel({ program: hanging, port: 1, timeoutMs: 500 })).rejects.toThrow(
    'did not connect',
  );
});

test('fails if the program does not exist', async () => {
  const missing = { program: join(folder, 'missing'), port: 1, timeoutMs: 20_000 };
  await expect(startQuickTunnel(missing)).rejects.toThrow('did not connect');
});
