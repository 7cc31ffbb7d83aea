import { createServer, request } from 'node:http';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { expect, isolatedTest, SandboxPage, test } from './sandbox-page.ts';

const MINT = `${ENDPOINTS.sessionToken}?page=0123-4567-89ab`;
const BODY = JSON.stringify({ target: 'purchase.checkout.block.render', customer: '1' });

/** Tries to mint in a page or a worker, in every way that a script has. Returns everything that it could read. */
const attempts = async ([url, body, key = '']: readonly [url: string, body: string, key?: string]) => {
  const ways: RequestInit[] = [
    { headers: { 'content-type': 'application/json' } },
    { headers: { 'content-type': 'application/json', 'x-sandbox-key': key } },
    { headers: { 'content-type': 'text/plain' } },
    { headers: { 'content-type': 'application/json' }, credentials: 'include' },
    { mode: 'no-cors', headers: { 'content-type': 'application/json' } },
  ];
  const native: typeof fetch = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch ?? fetch;
  const read: string[] = [];
  for (const way of ways) {
    const response = await native
      .call(globalThis, url, { method: 'POST', body, ...way })
      .then((response) => response.text())
      .catch((error: Error) => error.name);
    read.push(response);
  }
  return read.join(' ');
};

const TOKEN = /eyJ|token"/;

/** Even with the key, no other page can mint. */
const keyOf = (baseURL: string | undefined) => new URL(baseURL!).hash.slice('#key='.length);

isolatedTest(
  'a page of another origin can neither mint a token nor frame the sandbox',
  async ({ page, baseURL }) => {
    const elsewhere = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Elsewhere</title>'),
    );
    const port = await listenOnLoopback(elsewhere, 0);
    for (const host of ['127.0.0.1', 'localhost']) {
      await page.goto(`http://${host}:${port}/`);
      expect(
        await page.evaluate(attempts, [new URL(MINT, baseURL).href, BODY, keyOf(baseURL)] as const),
      ).not.toMatch(TOKEN);
    }
    const framed = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.evaluate((url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    }, baseURL!);
    await framed;
    await closeServer(elsewhere);
  },
);

for (const origin of ['null', 'local']) {
  test(`the extension's worker, of the origin ${origin}, cannot mint a token`, async ({
    sandbox,
    baseURL,
  }) => {
    await sandbox.open(`?origin=${origin}`);
    const [worker] = sandbox.page.workers();
    expect(
      await worker!.evaluate(attempts, [new URL(MINT, baseURL).href, BODY, keyOf(baseURL)] as const),
    ).not.toMatch(TOKEN);
  });
}

test('the page can mint one with the same request', async ({ sandbox, baseURL }) => {
  await sandbox.open();
  expect(
    await sandbox.page.evaluate(attempts, [new URL(MINT, baseURL).href, BODY, keyOf(baseURL)] as const),
  ).toMatch(TOKEN);
});

test('a host name that resolves to this machine gets 421 (DNS rebinding)', async ({ baseURL }) => {
  const { port } = new URL(baseURL!);
  for (const path of ['/', ENDPOINTS.frame, MINT]) {
    const status = await new Promise((resolve) => {
      request({
        host: '127.0.0.1',
        port,
        path,
        method: path === MINT ? 'POST' : 'GET',
        headers: {
          host: `rebound.example:${port}`,
          origin: `http://rebound.example:${port}`,
          'sec-fetch-site': 'same-origin',
        },
      })
        .once('response', (response) => resolve(response.resume().statusCode))
        .end();
    });
    expect(status, path).toBe(421);
  }
});

test('a browser without the key says to open the printed URL, and continues after that', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(new URL('/?customer=42', baseURL).href);
  await expect(page.getByRole('alert')).toContainText('Open the URL that the sandbox printed');
  const other = await context.newPage();
  await other.goto(baseURL!);
  await expect(new SandboxPage(page).outcome).toContainText('customer 42');
  await expect(page).toHaveURL(/\?customer=42$/);
  await context.close();
});

isolatedTest(
  'the key leaves the address bar, and neither a reload nor a link with a wrong key loses it',
  async ({ page, sandbox, baseURL }) => {
    await page.goto(baseURL!);
    await expect(sandbox.outcome).toContainText('Verified');
    expect(page.url()).toBe(new URL('/', baseURL).href);
    await page.reload();
    await expect(sandbox.outcome).toContainText('Verified');

    await page.goto(new URL(`/?customer=42#key=${'x'.repeat(22)}`, baseURL).href);
    await expect(sandbox.outcome).toContainText('customer 42');
    await page.reload();
    await expect(sandbox.outcome).toContainText('customer 42');
  },
);

test('neither the frame, the worker nor a recorded request contains the key', async ({
  sandbox,
  baseURL,
}) => {
  const key = keyOf(baseURL);
  const { page } = sandbox;
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await sandbox.open('?customer=42');
  await expect(sandbox.outcome).toContainText('Verified');
  await sandbox.exchanges('GET').first().click();
  expect(await page.content()).not.toContain(key);
  expect(urls.join('\n')).not.toContain(key);
  const [worker] = page.workers();
  const seen = await worker!.evaluate(() => `${location.href} ${JSON.stringify(Object.keys(globalThis))}`);
  expect(seen).not.toContain(key);
  expect(await worker!.evaluate(() => 'localStorage' in globalThis)).toBe(false);
});
