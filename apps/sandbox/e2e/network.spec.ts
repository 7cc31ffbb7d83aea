import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { expect, SandboxPage, test } from './sandbox-page.ts';

test('without network access the extension says so, and nothing leaves its worker', async ({ sandbox }) => {
  await sandbox.open('?network=off');
  await expect(sandbox.extension.locator('s-banner')).toBeVisible();
  await expect(sandbox.outcome).toContainText('No network access');
  await expect(sandbox.page.getByText('Nothing was sent.')).toBeVisible();
});

test('two pages at once do not disturb each other: one with the server down, one without CORS headers', async ({
  sandbox,
  context,
}) => {
  const other = new SandboxPage(await context.newPage());
  await Promise.all([sandbox.open('?server=down'), other.open('?customer=43&server=no-cors')]);

  await test.step('with the server down the extension says so, and recovers when the buyer retries', async () => {
    await expect(sandbox.outcome).toContainText('Unreachable');
    await expect(sandbox.banner(/./)).toBeVisible();
    await sandbox.page.getByRole('combobox', { name: 'Server' }).selectOption('Up');
    await sandbox.extension.getByRole('button', { name: 'Try again' }).click();
    await expect(sandbox.banner('sandbox.myshopify.com')).toBeVisible();
    await expect(sandbox.outcome).toContainText('Verified');
  });
  await test.step('a response without CORS headers never reaches the extension', async () => {
    await expect(other.outcome).toContainText('Blocked by the browser');
    await expect(other.outcome).toContainText('The response has no Access-Control-Allow-Origin.');
    await expect(other.banner('Reference: offline')).toBeVisible();
    await expect(other.exchanges('OPTIONS').first().locator('.status')).toHaveText('204');
    await expect(other.page.getByTestId('network-log')).not.toContainText('reset');
  });
  await other.page.close();
});

test('an extension whose server is rate-limited or failing shows the code', async ({ sandbox, page }) => {
  await sandbox.open('?customer=42&server=rate-limited');
  for (const [mode, status, code] of [
    ['rate-limited', 429, 'rate_limited'],
    ['failing', 500, 'internal_error'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Server' }).selectOption(mode);
    await sandbox.runAgain();
    await expect(sandbox.banner(code)).toBeVisible();
    await expect(sandbox.outcome).toContainText(`Rejected ${code}`);
    await expect(sandbox.exchanges('GET').first().locator('.status')).toHaveText(String(status));
  }
});

test('the extension waits for a slow network', async ({ sandbox }) => {
  await sandbox.open('?customer=42&delay=400');
  await expect(sandbox.outcome).toContainText('Verified');
  const took = await sandbox.exchanges('GET').last().locator('.ms').textContent();
  expect(Number.parseInt(took!, 10)).toBeGreaterThanOrEqual(400);
});

for (const origin of ['null', 'local']) {
  test(`without network access nothing leaves the worker's frame of the origin ${origin}`, async ({
    sandbox,
  }) => {
    let requests = 0;
    const elsewhere = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    const port = await listenOnLoopback(elsewhere, 0);
    await sandbox.open(`?network=off&origin=${origin}`);
    const url = `http://127.0.0.1:${port}/`;
    const frame = sandbox.page.frames().find((one) => one !== sandbox.page.mainFrame())!;
    await frame.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
      const prefetch = Object.assign(document.createElement('link'), { rel: 'prefetch', href: address });
      const child = Object.assign(document.createElement('iframe'), { src: address });
      const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
      document.documentElement.append(image, style, prefetch, child, form);
      form.submit();
      navigator.sendBeacon(address);
      await fetch(address, { mode: 'no-cors', keepalive: true }).catch(() => {});
      await new Promise((resolve) => {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.onerror = socket.onclose = resolve;
      }).catch(() => {});
    }, url);
    const [worker] = sandbox.page.workers();
    await worker!.evaluate(async (address) => {
      const native: typeof fetch = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch;
      await native.call(globalThis, address, { mode: 'no-cors' }).catch(() => {});
    }, url);
    await closeServer(elsewhere);
    expect(requests).toBe(0);
  });
}
