import { createServer, request } from 'node:http';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { expect, test } from './sandbox-page.ts';

const MINT = `${ENDPOINTS.sessionToken}?page=0123-4567-89ab`;
const BODY = JSON.stringify({ target: 'purchase.checkout.block.render', customer: '1' });

/** Tries to mint, in a page or a worker, in every way that a script has; gives what it could read. */
const attempts = async ([url, body]: readonly [string, string]) => {
  const ways: RequestInit[] = [
    { headers: { 'content-type': 'application/json' } },
    { headers: { 'content-type': 'text/plain' } },
    { headers: { 'content-type': 'application/json' }, credentials: 'include' },
    { mode: 'no-cors', headers: { 'content-type': 'application/json' } },
  ];
  const native: typeof fetch = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch ?? fetch;
  const read: string[] = [];
  for (const way of ways) {
    const answer = await native
      .call(globalThis, url, { method: 'POST', body, ...way })
      .then((response) => response.text())
      .catch((error: Error) => error.name);
    read.push(answer);
  }
  return read.join(' ');
};

const TOKEN = /eyJ|token"/;

test('a page of another origin cannot mint a token, nor frame the sandbox', async ({ page, baseURL }) => {
  const elsewhere = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Elsewhere</title>'),
  );
  const port = await listenOnLoopback(elsewhere, 0);
  for (const host of ['127.0.0.1', 'localhost']) {
    await page.goto(`http://${host}:${port}/`);
    expect(await page.evaluate(attempts, [new URL(MINT, baseURL).href, BODY] as const)).not.toMatch(TOKEN);
  }
  const framed = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.evaluate((url) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
  }, baseURL!);
  await framed;
  await closeServer(elsewhere);
});

for (const origin of ['null', 'local']) {
  test(`the extension's worker, of the origin ${origin}, cannot mint a token`, async ({
    sandbox,
    baseURL,
  }) => {
    await sandbox.open(`?origin=${origin}`);
    const [worker] = sandbox.page.workers();
    expect(await worker!.evaluate(attempts, [new URL(MINT, baseURL).href, BODY] as const)).not.toMatch(TOKEN);
  });
}

test('the page itself can, by the same request', async ({ sandbox, baseURL }) => {
  await sandbox.open();
  expect(await sandbox.page.evaluate(attempts, [new URL(MINT, baseURL).href, BODY] as const)).toMatch(TOKEN);
});

test('a name that was made to resolve to this machine opens nothing', async ({ baseURL }) => {
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
