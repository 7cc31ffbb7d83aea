import { expect, test } from './bench-page.ts';

test('without network access the extension says so, and nothing leaves its worker', async ({ bench }) => {
  await bench.open('?network=off');
  await expect(bench.extension.locator('s-banner')).toBeVisible();
  await expect(bench.verdict).toContainText('No network access');
  await expect(bench.page.getByText('Nothing was sent.')).toBeVisible();
});

for (const [network, outcome] of [
  ['on', 'sent'],
  ['off', 'refused'],
] as const) {
  test(`the policy of the frame alone: a native fetch is ${outcome} with network access ${network}`, async ({
    bench,
    baseURL,
  }) => {
    await bench.open(`?network=${network}`);
    const [worker] = bench.page.workers();
    const seen = await worker!.evaluate(async (url) => {
      // The one that the runtime put another in front of.
      const native: typeof fetch = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch;
      return native.call(globalThis, url, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      );
    }, baseURL!);
    expect(seen).toBe(outcome);
  });
}

test('with the server down the extension says so, and recovers when asked to', async ({ bench }) => {
  await bench.open('?server=down');
  await expect(bench.verdict).toContainText('Unreachable');
  await expect(bench.banner(/./)).toBeVisible();

  await bench.page.getByRole('switch', { name: 'Server' }).click();
  await bench.extension.getByRole('button', { name: 'Try again' }).click();
  await expect(bench.banner('sandbox.myshopify.com')).toBeVisible();
  await expect(bench.verdict).toContainText('Verified');
});
