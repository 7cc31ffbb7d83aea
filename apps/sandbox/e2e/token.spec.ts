import { hasFault, TOKEN_FAULT_TEXTS, TOKEN_FAULTS } from '../src/contract/token-faults.ts';
import { expect, test } from './bench-page.ts';

for (const fault of TOKEN_FAULTS) {
  const { code } = TOKEN_FAULT_TEXTS[fault];
  if (!code || !hasFault('checkout', fault)) continue;
  test(`a token with the fault ${fault} is refused, and the extension can read ${code}`, async ({
    bench,
  }) => {
    await bench.open(`?customer=42&fault=${fault}`);
    await expect(bench.banner(code)).toBeVisible();
    await expect(bench.verdict).toContainText(code);
    await expect(bench.verdict).toContainText('As expected.');
    await expect(bench.exchanges('GET').first().locator('.status')).toHaveText('401');
  });
}

test('an expired token is tried once more with a fresh one, and no more than once', async ({ bench }) => {
  await bench.open('?fault=expired');
  await expect(bench.banner('expired')).toBeVisible();
  await expect(bench.exchanges('GET').filter({ hasText: '/api/session-token' })).toHaveCount(2);
});

test('where sessionToken.get() throws, the extension draws on and calls nobody', async ({ bench }) => {
  await bench.open('?fault=unavailable&editor=on');
  await expect(bench.extension.locator('s-banner')).toBeVisible();
  await expect(bench.verdict).toContainText('No token');
  await expect(bench.exchanges('GET')).toHaveCount(0);
});

test('a valid token is handed out again, and a fresh one once it has run out', async ({ bench }) => {
  await bench.page.clock.install();
  await bench.open();
  await expect(bench.tokenSource).toHaveText('freshly minted');
  const first = await bench.tokenId();

  await bench.runAgain();
  await expect(bench.tokenSource).toHaveText('from the cache, use 2');
  expect(await bench.tokenId()).toBe(first);

  // The clock of the page alone: it decides what the cache holds for valid.
  await bench.page.clock.fastForward('05:01');
  await expect(bench.page.getByTestId('countdown')).toHaveText('expired');
  await bench.runAgain();
  await expect(bench.tokenSource).toHaveText('freshly minted');
  await expect.poll(() => bench.tokenId()).not.toBe(first);
});
