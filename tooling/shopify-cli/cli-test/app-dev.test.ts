import { globSync, readFileSync, realpathSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { createTokenIssuer } from '@session-token/token-issuer';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP } from '../fake-shopify/app.ts';
import { createFakeTunnel } from '../fake-shopify/fake-tunnel.ts';
import { ROOT } from '../src/repository.ts';
import { openCheckout } from './checkout.ts';
import { type DevSession, startDevSession } from './dev-session.ts';

const TUNNEL_HOST = 'tunnel.fake-shopify.test';
const apiTunnel = createFakeTunnel('made-up-words.trycloudflare.com');
const mint = createTokenIssuer({ clientId: APP.clientId, secret: APP.clientSecret, shop: APP.shop });
const extensions = findExtensions(ROOT);

/** Returns an extension's name in the output of the CLI. */
function handleOf(directory: string): string | undefined {
  return /^handle = "(.+)"$/m.exec(
    readFileSync(join(ROOT, directory, 'shopify.extension.toml'), 'utf8'),
  )?.[1];
}

let session: DevSession;
const count = (text: string) => session.output().split(text).length - 1;
const saveUnchanged = (path: string) => utimesSync(path, new Date(), new Date());
const get = async (path: string, token?: string) =>
  fetch(`${session.proxyUrl}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

beforeAll(async () => {
  session = await startDevSession({
    tunnelHost: TUNNEL_HOST,
    apiTunnel,
    env: { APP_URL: 'https://left-over.fake-shopify.test', DATABASE_URL: 'file::memory:' },
  });
  await session.printed('Ready, watching for changes', 60_000);
  await session.printed('Server listening', 30_000);
}, 120_000);
afterAll(async () => {
  await session?.close();
  apiTunnel.remove();
}, 30_000);

test('linking keeps the extensions, the server and the webhooks of shopify.app.toml', () => {
  const linked = parse(readFileSync(join(session.app.root, 'shopify.app.toml'), 'utf8'));
  expect(linked).toMatchObject({
    client_id: APP.clientId,
    extension_directories: extensions,
    web_directories: ['apps/server'],
    webhooks: {
      subscriptions: [
        {
          uri: '/webhooks',
          topics: ['app/uninstalled'],
          compliance_topics: ['customers/data_request', 'customers/redact', 'shop/redact'],
        },
      ],
    },
  });
});

test('the CLI requests nothing that the fake Shopify lacks', () => {
  expect(session.shopify.operations).toContain('DevSessionCreate');
  expect(session.shopify.unanswered).toEqual([]);
});

test("a token is verified through the CLI's proxy, with the app's id and secret", async () => {
  // A server that has just started on a busy machine may shed load for a moment.
  await expect
    .poll(async () => (await get('/api/session-token', mint())).status, { timeout: 30_000 })
    .toBe(200);
  const response = await get('/api/session-token', mint());
  expect(await response.json()).toMatchObject({ kind: 'buyer', shop: APP.shop });
});

test("a token signed with another app's secret is rejected", async () => {
  const forge = createTokenIssuer({ clientId: APP.clientId, secret: 'shpss_of_another_app_000000000000' });
  const response = await get('/api/session-token', forge());
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'bad_signature' });
});

test('the page of the app is served at the address that Shopify opens', async () => {
  const response = await get('/');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('server is running');
});

test('the app/uninstalled that the CLI delivers to a new store is accepted', async () => {
  await expect.poll(session.output, { timeout: 20_000 }).toContain('APP_UNINSTALLED webhook delivered');
  expect(session.output()).not.toContain('webhook delivery failed');
});

test('every extension calls the second tunnel, not an APP_URL of the shell, and has no secret in it', () => {
  const bundles = globSync('.shopify/dev-bundle/**/*.js', { cwd: session.app.root });
  expect(bundles).toHaveLength(extensions.length);
  for (const bundle of bundles) {
    const code = readFileSync(join(session.app.root, bundle), 'utf8');
    expect(code).toContain(`https://${apiTunnel.host}`);
    expect(code).not.toContain(TUNNEL_HOST);
    expect(code).not.toMatch(/left-over|process\.env/);
    expect(code).not.toContain(APP.clientSecret);
  }
});

test('checkout lets the block call the second tunnel, and it greets the customer', async () => {
  await using checkout = await openCheckout(session, mint, apiTunnel.host);
  await expect.poll(() => checkout.extension.textContent(), { timeout: 30_000 }).toMatch(/\b42\b/);
  expect(session.shopify.forwarded).toContain(`GET https://${apiTunnel.host}/api/session-token`);
}, 90_000);

test('the second tunnel leads to the server itself, with its own CORS headers', async () => {
  const { port } = apiTunnel.target()!;
  const response = await fetch(`http://localhost:${port}/api/session-token`, {
    method: 'OPTIONS',
    headers: { origin: 'null', 'access-control-request-method': 'GET' },
  });
  expect(response.headers.get('access-control-allow-headers')).toContain('Authorization');
});

test('a manifest saved half-way is reported, and survived', async () => {
  const manifest = join(session.app.root, 'apps/pos-extension/shopify.extension.toml');
  const before = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, `${before}\nname = `);
  saveUnchanged(realpathSync(join(ROOT, 'packages/extension-client/src/client.ts')));
  await session.printed('pos-extension was not rebuilt after a change in', 20_000);
  writeFileSync(manifest, before);
  expect((await get('/health/live')).status).toBe(200);
}, 90_000);

test('a save in a package that the extensions import rebuilds every one of them', async () => {
  const before = session.output().length;
  saveUnchanged(realpathSync(join(ROOT, 'packages/extension-client/src/client.ts')));
  for (const handle of extensions.map(handleOf)) {
    const output = () => session.output().slice(before);
    await expect.poll(output, { timeout: 20_000 }).toContain(`${handle} successfully built`);
  }
}, 90_000);

test('a save in the server starts it again', async () => {
  const started = count('Server listening');
  saveUnchanged(join(session.app.root, 'apps/server/src/app.ts'));
  await expect.poll(() => count('Server listening'), { timeout: 20_000 }).toBeGreaterThan(started);
  await expect.poll(async () => (await get('/health/live')).status, { timeout: 30_000 }).toBe(200);
});

test('Ctrl-C ends the server and the second tunnel with the CLI', async () => {
  const serverUrl = session
    .output()
    .match(/Server listening at (http:\/\/127\.0\.0\.1:\d+)/g)
    ?.at(-1);
  const url = serverUrl?.replace('Server listening at ', '') ?? '';
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  expect(isRunning(apiTunnel.target()!.pid)).toBe(true);
  await session.interrupt();
  await expect.poll(() => isRunning(apiTunnel.target()!.pid)).toBe(false);
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone');
}, 30_000);
