import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createTokenIssuer } from '@session-token/token-issuer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPackedProject, installedPackages, type PackedProject } from './packed-project.ts';
import { readmeExamples } from './readme-examples.ts';
import { installRuntimes, runtimeCommand } from './runtimes.ts';

const APP = {
  clientId: '0b5ec9a3c2e14a6f8d7092f4b1e6a35c',
  secret: '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',
};
const mint = createTokenIssuer(APP);

let project: PackedProject;
beforeAll(async () => {
  project = await createPackedProject(installedPackages('fastify', 'hono', 'express'));
  for (const [name, code] of Object.entries(readmeExamples())) project.write(`${name}.ts`, code);
  await installRuntimes();
});
afterAll(() => project?.remove());

/** How each example is started, as its readers would. Bun and Deno serve a default export with `fetch`. */
const STARTS: readonly [example: string, runtime: string, args: (port: string) => string[]][] = [
  ['fastify', 'Node.js 24', () => ['fastify.ts']],
  ['express', 'Node.js 24', () => ['express.ts']],
  ['hono', 'Bun', () => ['hono.ts']],
  ['hono', 'Deno', (port) => ['serve', '--host=127.0.0.1', `--port=${port}`, '--allow-env', 'hono.ts']],
  ['fetch', 'Bun', () => ['fetch.ts']],
  ['fetch', 'Deno', (port) => ['serve', '--host=127.0.0.1', `--port=${port}`, '--allow-env', 'fetch.ts']],
];

test('the README has these examples', () => {
  expect(Object.keys(readmeExamples())).toEqual(['fastify', 'express', 'hono', 'fetch']);
});

describe.each(STARTS)('the example of %s, as printed, on %s', (_example, runtime, args) => {
  let child: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const port = String(await freePort());
    url = `http://127.0.0.1:${port}/api/me`;
    child = spawn(runtimeCommand(runtime), args(port), {
      cwd: project.folder,
      env: { ...process.env, SHOPIFY_API_KEY: APP.clientId, SHOPIFY_API_SECRET: APP.secret, PORT: port },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await vi.waitFor(() => fetch(url), { timeout: 60_000 });
  });
  afterAll(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill();
    await exited;
  });

  test('serves a genuine token, and answers the rest in a way that an extension can read', async () => {
    const accepted = await fetch(url, { headers: { authorization: `Bearer ${mint()}` } });
    expect([accepted.status, await accepted.json()]).toEqual([200, { shop: 'sandbox.myshopify.com' }]);
    expect(accepted.headers.get('access-control-allow-origin')).toBe('*');

    for (const [authorization, code] of [
      [undefined, 'missing_token'],
      [`Bearer ${mint({ aud: 'other' })}`, 'wrong_audience'],
      [`Bearer ${mint({ exp: 1 })}`, 'invalid_time'],
    ]) {
      const rejected = await fetch(url, { headers: authorization ? { authorization } : {} });
      expect([rejected.status, await rejected.json()]).toMatchObject([401, { code }]);
      expect(rejected.headers.get('access-control-allow-origin')).toBe('*');
      expect(rejected.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(rejected.headers.get('cache-control')).toBe('no-store');
    }

    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
