import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { BenchPage, expect, test } from './bench-page.ts';

test('without network access the extension says so, and nothing leaves its worker', async ({ bench }) => {
  await bench.open('?network=off');
  await expect(bench.extension.locator('s-banner')).toBeVisible();
  await expect(bench.verdict).toContainText('No network access');
  await expect(bench.page.getByText('Nothing was sent.')).toBeVisible();
});

for (const [network, arrived] of [
  ['on', 1],
  ['off', 0],
] as const) {
  test(`with network access ${network} a native fetch, got at behind our own, arrives ${arrived} times`, async ({
    bench,
  }) => {
    let requests = 0;
    const elsewhere = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    const port = await listenOnLoopback(elsewhere, 0);
    await bench.open(`?network=${network}`);
    const [worker] = bench.page.workers();
    await worker!.evaluate(async (url) => {
      const native: typeof fetch = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch;
      await native.call(globalThis, url, { mode: 'no-cors' }).catch(() => {});
    }, `http://127.0.0.1:${port}/`);
    await closeServer(elsewhere);
    expect(requests).toBe(arrived);
  });
}

test('with the server down the extension says so, and recovers when asked to', async ({ bench }) => {
  await bench.open('?server=down');
  await expect(bench.verdict).toContainText('Unreachable');
  await expect(bench.banner(/./)).toBeVisible();

  await bench.page.getByRole('combobox', { name: 'Server' }).selectOption('Up');
  await bench.extension.getByRole('button', { name: 'Try again' }).click();
  await expect(bench.banner('sandbox.myshopify.com')).toBeVisible();
  await expect(bench.verdict).toContainText('Verified');
});

test('an answer without CORS headers reaches the server log, and never the extension', async ({ bench }) => {
  await bench.open('?customer=42&server=no-cors');
  await expect(bench.verdict).toContainText('Blocked by the browser');
  await expect(bench.verdict).toContainText('The answer has no Access-Control-Allow-Origin.');
  await expect(bench.banner('No connection')).toBeVisible();
  await expect(bench.exchanges('OPTIONS').first().locator('.status')).toHaveText('204');
});

for (const [mode, status, code] of [
  ['rate-limited', 429, 'rate_limited'],
  ['failing', 500, 'internal_error'],
] as const) {
  test(`an extension whose server is ${mode} is told ${code}, with the code to quote`, async ({ bench }) => {
    await bench.open(`?customer=42&server=${mode}`);
    await expect(bench.banner(code)).toBeVisible();
    await expect(bench.verdict).toContainText(`Refused ${code}`);
    await expect(bench.exchanges('GET').first().locator('.status')).toHaveText(String(status));
  });
}

test('a slow network is waited for', async ({ bench }) => {
  await bench.open('?customer=42&delay=400');
  await expect(bench.verdict).toContainText('Verified');
  const took = await bench.exchanges('GET').last().locator('.ms').textContent();
  expect(Number.parseInt(took!, 10)).toBeGreaterThanOrEqual(400);
});

test('two pages at once do not disturb each other', async ({ bench, context }) => {
  const other = new BenchPage(await context.newPage());
  await Promise.all([bench.open('?customer=42&server=down'), other.open('?customer=43')]);
  await expect(bench.verdict).toContainText('Unreachable');
  await expect(other.verdict).toContainText('customer 43');
  await expect(other.page.getByTestId('network-log')).not.toContainText('reset');
});
