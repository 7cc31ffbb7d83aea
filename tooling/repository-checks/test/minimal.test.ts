import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { bundleExtension } from '@session-token/extension-bundler';
import { runInWorker } from '@session-token/extension-testing/bundle';
import { createTokenIssuer } from '@session-token/token-issuer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { codeFences } from '../src/documents/code-fences.ts';
import { readDocument, writePrinted } from './printed-files.ts';

const TARGET = 'purchase.checkout.block.render';
const APP = { clientId: 'minimal-client-id', secret: 'the-client-secret-of-a-made-up-app' };
const mint = createTokenIssuer({ ...APP, shop: 'acme.myshopify.com' });

const printed = codeFences(readDocument('docs/minimal.md'));
const printedFile = (language: string) => printed.find((fence) => fence.language === language)!.code;
const folder = writePrinted('minimal', {
  'server.ts': printedFile('ts'),
  'Checkout.tsx': printedFile('tsx'),
  'tsconfig.json': '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "preact" } }',
  'shopify.extension.toml': `api_version = "2026-07"
[[extensions]]
type = "ui_extension"
name = "Minimal"
handle = "minimal"
[[extensions.targeting]]
target = "${TARGET}"
module = "./Checkout.tsx"
[extensions.capabilities]
network_access = true
`,
});

let server: ChildProcess;
let apiUrl: string;

beforeAll(async () => {
  const port = await freePort();
  apiUrl = `http://localhost:${port}`;
  server = spawn(process.execPath, ['server.ts'], {
    cwd: folder,
    env: {
      SHOPIFY_API_KEY: APP.clientId,
      SHOPIFY_API_SECRET: APP.secret,
      PORT: `${port}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await vi.waitFor(() => fetch(apiUrl), { timeout: 30_000 });
});

afterAll(async () => {
  const exited = once(server, 'exit');
  server.kill();
  await exited;
});

/** Bundles the printed extension as the Shopify CLI does and renders it in a worker's globals. */
async function render(token: string): Promise<() => string> {
  const outcome = await bundleExtension({ directory: folder, env: { APP_URL: apiUrl } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const worker = runInWorker(outcome.bundle.code, {
    fetch,
    constants: { sessionToken: { get: async () => token } },
  });
  await worker.render(TARGET);
  return worker.html;
}

describe('docs/minimal.md, as printed', () => {
  test.each([
    [
      'a customer',
      mint({ sub: 'gid://shopify/Customer/42' }),
      'Welcome back, customer 42 of acme.myshopify.com',
    ],
    ['a guest', mint(), 'Welcome, guest of acme.myshopify.com'],
    ['a buyer whose token is rejected', mint({ aud: 'another-app' }), 'unavailable right now'],
  ])('greets %s', async (_who, token, text) => {
    const html = await render(token);
    await expect.poll(html).toContain(text);
  });

  const call = (authorization?: string) =>
    fetch(`${apiUrl}/api/me`, { headers: authorization === undefined ? {} : { authorization } });

  test.each([
    ['no token', undefined],
    ['a token of another app', `Bearer ${mint({ aud: 'another-app' })}`],
    ['a token signed with another secret', `Bearer ${mint({}, { secret: 'another-secret-of-some-length' })}`],
    ['an expired token', `Bearer ${mint({ exp: 1 })}`],
    ['a token without an expiry', `Bearer ${mint({ exp: undefined })}`],
    ['a token of a staff member', `Bearer ${mint({}, { surface: 'pos' })}`],
    ['a token whose dest is not a shop', `Bearer ${mint({ dest: 'acme.example.com' })}`],
  ])('rejects %s with a 401 that an extension can read', async (_what, authorization) => {
    const response = await call(authorization);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 'invalid_token' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('answers the preflight before it asks for a token', async () => {
    const response = await fetch(`${apiUrl}/api/me`, {
      method: 'OPTIONS',
      headers: {
        origin: 'null',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('Authorization');
  });

  test('is as short as it says', () => {
    const lines = (language: string) => printedFile(language).split('\n').filter(Boolean).length;
    expect(lines('tsx')).toBeLessThanOrEqual(30);
    expect(lines('ts')).toBeLessThanOrEqual(40);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
