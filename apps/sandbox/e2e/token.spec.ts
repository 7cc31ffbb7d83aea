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

for (const [query, told] of [
  ['fault=previous-secret', 'customer 42, at sandbox.myshopify.com'],
  ['fault=other-shop', 'customer 42, at another-shop.myshopify.com'],
  ['skew=5', 'customer 42, at sandbox.myshopify.com'],
  ['skew=-290', 'customer 42, at sandbox.myshopify.com'],
] as const) {
  test(`a token with ${query} is accepted`, async ({ bench }) => {
    await bench.open(`?customer=42&${query}`);
    await expect(bench.verdict).toContainText(told);
  });
}

for (const [skew, code] of [
  [30, 'not_yet_valid'],
  [-330, 'expired'],
] as const) {
  test(`when Shopify's clock is ${skew} s ahead of the server's, the token is ${code}`, async ({ bench }) => {
    await bench.open(`?customer=42&skew=${skew}`);
    await expect(bench.banner(code)).toBeVisible();
    await expect(bench.verdict).toContainText(`Refused ${code}`);
  });
}

test('a token that lives for 5 seconds is replaced by a fresh one once it has run out', async ({ bench }) => {
  await bench.open('?customer=42&fault=expiring');
  await expect(bench.verdict).toContainText('Verified');
  const first = await bench.tokenId();
  await expect(bench.page.getByTestId('countdown')).toHaveText('expired', { timeout: 8_000 });
  await bench.runAgain();
  await expect.poll(() => bench.tokenId()).not.toBe(first);
  await expect(bench.verdict).toContainText('Verified');
});

test('what a code means and what to do about it is told beside it', async ({ bench }) => {
  await bench.open('?customer=42&fault=audience');
  await expect(bench.verdict).toContainText('The token was issued for another app.');
  await expect(bench.verdict).toContainText("Compare the server's client id");
});

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

test('a token is not shown on after a switch has made it another', async ({ bench }) => {
  await bench.open();
  await expect(bench.tokenSource).toBeVisible();
  // The tile of POS asks for none.
  await bench.page.getByText('POS', { exact: true }).click();
  await expect(bench.verdict).toContainText('No call yet');
  await expect(
    bench.page.getByText('None yet: the extension has not called sessionToken.get().'),
  ).toBeVisible();
  await expect(bench.tokenSource).toHaveCount(0);
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
