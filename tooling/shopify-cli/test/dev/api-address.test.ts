import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveApiAddress } from '../../src/dev/api-address.ts';
import { ensureCloudflared, findCloudflared } from '../../src/dev/cloudflared.ts';
import { openPortProbe } from '../../src/dev/port-probe.ts';

/** An environment in which no cloudflared is found or downloaded. */
const WITHOUT = { PATH: '', SHOPIFY_CLI_IGNORE_CLOUDFLARED: '1' };

async function resolveWith(
  env: NodeJS.ProcessEnv,
  options: { apiUrl?: string; useLocalhost?: boolean; ownTunnelMs?: number } = {},
) {
  const lines: string[] = [];
  const address = await resolveApiAddress({
    useLocalhost: false,
    ...options,
    env,
    say: (line) => lines.push(line),
  });
  return { ...address, said: lines.join('\n') };
}

async function listen() {
  const server = createServer((_request, response) => response.writeHead(404).end('another'));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.dispose]: () => void server.close(),
  };
}

test('without a second tunnel, leaves the address to the CLI and explains the consequence', async () => {
  const { env, tunnel, said } = await resolveWith({ ...WITHOUT, APP_URL: 'https://left-over.shop.dev' });
  expect(env).toEqual(WITHOUT);
  expect(tunnel).toBeUndefined();
  expect(said).toContain('No second tunnel: cloudflared is not installed');
  expect(said).toContain('APP_URL of the shell is ignored');
});

test('opens no tunnel with --use-localhost', async () => {
  const { env, said } = await resolveWith(WITHOUT, { useLocalhost: true });
  expect(env).toEqual(WITHOUT);
  expect(said).toContain('No second tunnel: --use-localhost');
});

test('builds in a tunnel of the developer’s own, and fixes the port that it leads to', async () => {
  using other = await listen();
  const { env, said } = await resolveWith(
    { ...WITHOUT, BACKEND_PORT: String(await freePort()) },
    { apiUrl: `http://localhost:${other.port}`, ownTunnelMs: 0 },
  );
  expect(env).toMatchObject({ APP_URL: `http://localhost:${other.port}`, BACKEND_PORT: expect.any(String) });
  expect(said).toContain('It does not do so yet: another server responds there, with status 404.');
});

test('says nothing against a tunnel that leads to the port', async () => {
  const port = await freePort();
  const { said } = await resolveWith({ BACKEND_PORT: String(port) }, { apiUrl: `http://localhost:${port}` });
  expect(said).toBe(`Extensions call http://localhost:${port}, which must lead to http://localhost:${port}.`);
});

test.each(['0', '65536', '3000.5', 'three'])('rejects BACKEND_PORT=%s', async (port) => {
  await expect(resolveWith({ ...WITHOUT, BACKEND_PORT: port })).rejects.toThrow('BACKEND_PORT is not a port');
});

test('rejects a port that is in use', async () => {
  using other = await listen();
  await expect(resolveWith({ ...WITHOUT, BACKEND_PORT: String(other.port) })).rejects.toThrow(
    `Port ${other.port} is in use`,
  );
});

test('finds cloudflared where the CLI looks, then on the PATH, and takes nothing that cannot run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudflared-'));
  const create = (path: string, mode: number) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
    chmodSync(join(folder, path), mode);
    return join(folder, path);
  };
  create('text/cloudflared', 0o644);
  mkdirSync(join(folder, 'directory/cloudflared'), { recursive: true });
  const onPath = create('program/cloudflared', 0o755);
  const named = create('named', 0o755);
  const PATH = ['text', 'directory', 'program'].map((name) => join(folder, name)).join(delimiter);

  expect(findCloudflared({ PATH })).toBe(onPath);
  expect(findCloudflared({ PATH, SHOPIFY_CLI_CLOUDFLARED_PATH: named })).toBe(named);
  expect(findCloudflared({ PATH, SHOPIFY_CLI_CLOUDFLARED_PATH: join(folder, 'missing') })).toBe(onPath);
  await expect(ensureCloudflared({ ...WITHOUT, SHOPIFY_CLI_CLOUDFLARED_PATH: named })).resolves.toBe(named);
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = await openPortProbe(0);
  await probe.close();
  return probe.port;
}
