import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { expect, test } from './bench-page.ts';

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
