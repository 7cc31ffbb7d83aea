import { globSync, readFileSync, realpathSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { findExtensions } from '@session-token/extension-bundler';
import { createTokenIssuer } from '@session-token/token-issuer';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../src/repository.ts';
import { type DevSession, startDevSession } from './dev-session.ts';

const APP = {
  clientId: '0123456789abcdef0123456789abcdef',
  clientSecret: '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',
  shop: 'stand-in.myshopify.com',
};
const TUNNEL_HOST = 'tunnel.stand-in.test';
const mint = createTokenIssuer({ clientId: APP.clientId, secret: APP.clientSecret, shop: APP.shop });
const extensions = findExtensions(ROOT);

/** What the CLI calls an extension in its output. */
function handleOf(directory: string): string | undefined {
  return /^handle = "(.+)"$/m.exec(
    readFileSync(join(ROOT, directory, 'shopify.extension.toml'), 'utf8'),
  )?.[1];
}

let session: DevSession;
const count = (text: string) => session.output().split(text).length - 1;
const get = async (path: string, token?: string) =>
  fetch(`${session.proxyUrl}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

beforeAll(async () => {
  session = await startDevSession(APP, {
    tunnelHost: TUNNEL_HOST,
    env: { APP_URL: 'https://left-over.stand-in.test', DATABASE_URL: 'file::memory:' },
  });
  await session.printed('Ready, watching for changes', 60_000);
  await session.printed('Server listening', 30_000);
}, 120_000);
afterAll(() => session?.close(), 30_000);

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

test('the CLI asks the stand-in for nothing that it cannot answer', () => {
  expect(session.standIn.operations).toContain('DevSessionCreate');
  expect(session.standIn.unanswered).toEqual([]);
});

test('a token gets its answer through the proxy of the CLI, with the app’s own id and secret', async () => {
  const response = await get('/api/session-token', mint());
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ kind: 'buyer', shop: APP.shop });
});

test('a token of another app’s secret is refused through it', async () => {
  const forge = createTokenIssuer({ clientId: APP.clientId, secret: 'shpss_of_another_app_000000000000' });
  const response = await get('/api/session-token', forge());
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'bad_signature' });
});

test('the page of the app is served at the address that Shopify opens', async () => {
  const response = await get('/');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('The server runs');
});

test('the app/uninstalled that the CLI delivers to a new store is accepted', async () => {
  await expect.poll(session.output, { timeout: 20_000 }).toContain('APP_UNINSTALLED webhook delivered');
  expect(session.output()).not.toContain('webhook delivery failed');
});

test('every extension calls the tunnel, not an APP_URL of the shell, and has no secret in it', () => {
  const bundles = globSync('.shopify/dev-bundle/**/*.js', { cwd: session.app.root });
  expect(bundles).toHaveLength(extensions.length);
  for (const bundle of bundles) {
    const code = readFileSync(join(session.app.root, bundle), 'utf8');
    expect(code).toContain(`https://${TUNNEL_HOST}`);
    expect(code).not.toMatch(/left-over|process\.env/);
    expect(code).not.toContain(APP.clientSecret);
  }
});

test('a save in a package that the extensions import rebuilds every one of them', async () => {
  const before = session.output().length;
  const imported = realpathSync(join(ROOT, 'packages/extension-client/src/client.ts'));
  utimesSync(imported, new Date(), new Date()); // a save that changes nothing
  for (const handle of extensions.map(handleOf)) {
    const output = () => session.output().slice(before);
    await expect.poll(output, { timeout: 20_000 }).toContain(`${handle} successfully built`);
  }
}, 60_000);

test('a save in the server starts it again', async () => {
  const started = count('Server listening');
  const saved = join(session.app.root, 'apps/server/src/health.ts');
  utimesSync(saved, new Date(), new Date());
  await expect.poll(() => count('Server listening'), { timeout: 20_000 }).toBeGreaterThan(started);
  await expect.poll(async () => (await get('/health/live')).status, { timeout: 10_000 }).toBe(200);
});

test('Ctrl-C ends the server with the CLI', async () => {
  const serverUrl = session
    .output()
    .match(/Server listening at (http:\/\/127\.0\.0\.1:\d+)/g)
    ?.at(-1);
  const url = serverUrl?.replace('Server listening at ', '') ?? '';
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  await session.interrupt();
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
