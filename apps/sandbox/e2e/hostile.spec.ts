import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { expect, isolatedTest as test } from './sandbox-page.ts';
import { PACKAGE, type SandboxProcess, startSandbox } from './sandbox-process.ts';

/** A server that counts connections, so that even one without a request shows. */
async function listen(respond: RequestListener) {
  const requests: string[] = [];
  const counted = { connections: 0 };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    respond(request, response);
  });
  server.on('connection', () => {
    counted.connections += 1;
  });
  const origin = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
  return { server, origin, requests, counted };
}

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>';

/** Lets everyone in, so that only the sandbox stands between it and the extension. */
const welcome: RequestListener = (request, response) => {
  const to = new URL(request.url!, 'http://x').searchParams.get('to');
  if (to) response.writeHead(302, { ...CORS, location: to }).end();
  else if (request.url!.endsWith('.svg'))
    response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(SVG);
  else response.writeHead(200, CORS).end('reached');
};

// One sandbox for all tests of the file.
test.describe.configure({ mode: 'default' });

let canary: Awaited<ReturnType<typeof listen>>;
let allowed: Awaited<ReturnType<typeof listen>>;
let running: SandboxProcess;
const servers: Server[] = [];

test.beforeAll(async () => {
  canary = await listen(welcome);
  allowed = await listen(welcome);
  servers.push(canary.server, allowed.server);
  const extension = join(PACKAGE, 'e2e/hostile');
  const { host } = new URL(allowed.origin);
  running = await startSandbox('--port', '0', '--extension', extension, '--allow-host', host);
});
test.afterAll(async () => {
  await running.stop();
  await Promise.all(servers.map(closeServer));
});

function urlWith(query: string): string {
  const url = new URL(running.url);
  const { origin } = url;
  const settings = { canary: canary.origin, allowed: allowed.origin, sandbox: origin };
  url.search = query;
  for (const [key, value] of Object.entries(settings)) url.searchParams.set(`setting.${key}`, value);
  return url.href;
}

for (const origin of ['null', 'local']) {
  test(`a hostile bundle of the origin ${origin} reaches only what is allowed`, async ({ sandbox, page }) => {
    const before = { ...canary.counted };
    await page.goto(urlWith(`?origin=${origin}`));
    await expect(sandbox.extension).toContainText('Tried everything');
    const endings = await sandbox.extension.locator('s-text').textContent();

    expect(endings).toContain('allowed → returned reached');
    expect(endings).toContain('allowed, with the token → returned reached');
    const image = sandbox.extension.getByRole('img', { name: 'allowed', exact: true });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(7);
    expect(allowed.requests).toContain(`GET /redirect?to=${encodeURIComponent(`${canary.origin}/image`)}`);

    expect(endings).toContain(`--allow-host ${new URL(canary.origin).host}`);
    expect(endings!.match(/^mint.*$/gm)).toHaveLength(3);
    expect(endings).not.toMatch(/eyJ|"token"/);
    // Requests with the session token went to the app's server instead.
    expect(endings).toMatch(/token elsewhere → returned .*sandbox\.myshopify\.com/);
    expect(canary.requests).toEqual([]);
    expect(canary.counted).toEqual(before);
    expect(page.context().pages()).toHaveLength(1);
  });
}

test('code in the frame itself reaches no other server either', async ({ sandbox, page }) => {
  await page.goto(urlWith('?origin=local'));
  await expect(sandbox.extension).toContainText('Tried everything');
  const frame = page.frames().find((one) => one !== page.mainFrame())!;
  await frame.evaluate(async (address) => {
    const image = Object.assign(new Image(), { src: `${address}/image` });
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    const prefetch = Object.assign(document.createElement('link'), { rel: 'prefetch', href: address });
    const child = Object.assign(document.createElement('iframe'), { src: address });
    const script = Object.assign(document.createElement('script'), { src: address });
    const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
    document.documentElement.append(image, style, prefetch, child, script, form);
    form.submit();
    window.open(address);
    navigator.sendBeacon(address);
    await fetch(address, { mode: 'no-cors', keepalive: true }).catch(() => {});
    const source = new EventSource(address);
    await new Promise((resolve) => {
      source.onerror = resolve;
    });
    const socket = new WebSocket(address.replace('http', 'ws'));
    await new Promise((resolve) => {
      socket.onerror = socket.onclose = resolve;
    });
    const code = `fetch('${address}/nested', { mode: 'no-cors' }).catch(() => {}).finally(() => postMessage(1))`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    await new Promise((resolve) => {
      worker.onmessage = worker.onerror = resolve;
    });
  }, canary.origin);
  await frame.evaluate((address) => {
    location.href = address;
  }, `${canary.origin}/navigated`);
  // Another round trip through the browser, after everything above.
  await page.reload();
  await expect(sandbox.extension).toContainText('Tried everything');
  // Chromium may open a connection for a navigation that it then blocks, but sends nothing.
  expect(canary.requests).toEqual([]);
});
