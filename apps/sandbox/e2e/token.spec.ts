import { hasFault, TOKEN_FAULT_TEXTS, TOKEN_FAULTS } from '../src/contract/token-faults.ts';
import { expect, isolatedTest, SandboxPage, test } from './sandbox-page.ts';

const REJECTED = TOKEN_FAULTS.filter((fault) => TOKEN_FAULT_TEXTS[fault].code && hasFault('checkout', fault));

test('a token with each fault is rejected, and the extension can read the code', async ({
  sandbox,
  context,
}) => {
  const expiring = new SandboxPage(await context.newPage());
  await expiring.open('?customer=42&fault=expiring');
  await expect(expiring.outcome).toContainText('Verified');
  const firstToken = await expiring.tokenId();

  await sandbox.open('?customer=42');
  for (const fault of REJECTED) {
    await test.step(fault, async () => {
      const code = TOKEN_FAULT_TEXTS[fault].code!;
      await sandbox.page.getByRole('combobox', { name: 'Token' }).selectOption(fault);
      await expect(sandbox.outcome).toContainText(`Rejected ${code}`);
      await expect(sandbox.outcome).toContainText('As expected.');
      await expect(sandbox.banner(code)).toBeVisible();
      await expect(sandbox.exchanges('GET').first().locator('.status')).toHaveText('401');
      await expect(sandbox.page).toHaveURL(new RegExp(`fault=${fault}`));
    });
  }
  expect(REJECTED.length).toBeGreaterThan(15);

  await test.step('a token that is valid for 5 seconds is replaced after it expires', async () => {
    await expect(expiring.page.getByTestId('countdown')).toHaveText('expired');
    await expiring.runAgain();
    await expect.poll(() => expiring.tokenId()).not.toBe(firstToken);
    await expect(expiring.outcome).toContainText('Verified');
    await expiring.page.close();
  });
});

test('a token of another shop or of the previous secret is accepted, and one outside of the clock tolerance is not', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?customer=42&skew=5');
  await expect(sandbox.outcome).toContainText('customer 42 of sandbox.myshopify.com');
  const skew = page.getByLabel('Clock skew in seconds');
  const setSkew = async (seconds: number) => {
    await skew.fill(String(seconds));
    await skew.press('Tab');
  };
  for (const [seconds, code] of [
    [30, 'not_yet_valid'],
    [-330, 'expired'],
  ] as const) {
    await setSkew(seconds);
    await expect(sandbox.outcome).toContainText(`Rejected ${code}`);
    await expect(sandbox.banner(code)).toBeVisible();
  }
  await setSkew(-290);
  await expect(sandbox.outcome).toContainText('customer 42 of sandbox.myshopify.com');

  for (const [fault, shop] of [
    ['other-shop', 'another-shop'],
    ['previous-secret', 'sandbox'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Token' }).selectOption(fault);
    await expect(sandbox.outcome).toContainText(`customer 42 of ${shop}.myshopify.com`);
  }
});

test('the extension retries an expired token once with a new one', async ({ sandbox }) => {
  await sandbox.open('?fault=expired');
  await expect(sandbox.banner('expired')).toBeVisible();
  await expect(sandbox.exchanges('GET').filter({ hasText: '/api/session-token' })).toHaveCount(2);
});

test('when sessionToken.get() throws, the extension still renders and sends nothing', async ({ sandbox }) => {
  await sandbox.open('?fault=unavailable&editor=on');
  await expect(sandbox.extension.locator('s-banner')).toBeVisible();
  await expect(sandbox.outcome).toContainText('No token');
  await expect(sandbox.exchanges('GET')).toHaveCount(0);
});

test('the page discards a token that a control has made stale', async ({ sandbox }) => {
  await sandbox.open();
  await expect(sandbox.tokenSource).toBeVisible();
  // The POS tile requests no token.
  await sandbox.page.getByText('POS', { exact: true }).click();
  await expect(sandbox.outcome).toContainText('No request yet');
  await expect(
    sandbox.page.getByText('None yet: the extension has not called sessionToken.get().'),
  ).toBeVisible();
  await expect(sandbox.tokenSource).toHaveCount(0);
});

// The clock is that of the whole context.
isolatedTest('a valid token is cached, and replaced after it expires', async ({ sandbox }) => {
  await sandbox.page.clock.install();
  await sandbox.open();
  await expect(sandbox.tokenSource).toHaveText('freshly minted');
  const first = await sandbox.tokenId();

  await sandbox.runAgain();
  await expect(sandbox.tokenSource).toHaveText('from the cache, use 2');
  expect(await sandbox.tokenId()).toBe(first);

  // Changes only the page's clock, which decides whether a cached token is valid.
  await sandbox.page.clock.fastForward('05:01');
  await expect(sandbox.page.getByTestId('countdown')).toHaveText('expired');
  await sandbox.runAgain();
  await expect(sandbox.tokenSource).toHaveText('freshly minted');
  await expect.poll(() => sandbox.tokenId()).not.toBe(first);
});
