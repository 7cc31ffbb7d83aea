import { expect, test } from './sandbox-page.ts';

test("a guest's request is verified after a preflight, and the log shortens its token", async ({
  sandbox,
}) => {
  await sandbox.open();
  await expect(sandbox.banner('sandbox.myshopify.com')).toBeVisible();
  await expect(sandbox.outcome).toContainText('a guest of sandbox.myshopify.com');

  await expect(sandbox.page.getByTestId('worker-origin')).toHaveText('null');
  const call = sandbox.exchanges('GET').first();
  await expect(call.locator('.origin')).toHaveText('null');

  const preflight = sandbox.exchanges('OPTIONS').first();
  await expect(preflight.locator('.status')).toHaveText('204');
  await preflight.click();
  await expect(preflight).toContainText('access-control-request-headersauthorization');
  await expect(preflight).toContainText(/access-control-allow-headers.*Authorization/i);

  await call.click();
  await expect(call).toContainText(/Bearer eyJ\w+… \(\d+ characters\)/);
});

test('a customer is greeted by the id in the token, with the claims that the server verified, also after a reload', async ({
  sandbox,
}) => {
  await sandbox.open('?customer=42');
  await expect(sandbox.banner('42')).toBeVisible();
  await expect(sandbox.outcome).toContainText('customer 42');
  const claims = sandbox.page.getByRole('region', { name: 'Claims' });
  await expect(claims).toContainText('as the server verified them');
  await expect(claims.getByTitle('The server verified the same value')).toHaveCount(8);
  await expect(claims.locator('.different')).toHaveCount(0);

  const reloadedAt = performance.now();
  await sandbox.page.reload();
  await expect(sandbox.banner('42')).toBeVisible();
  console.log(`    page to verified banner: ${Math.round(performance.now() - reloadedAt)} ms`);
});

test('another run ends the worker of the previous one and uses its frame, also for another buyer', async ({
  sandbox,
  page,
}) => {
  await sandbox.open();
  const [first] = page.workers();
  await sandbox.runAgain();
  await expect.poll(() => page.workers()).not.toContain(first);
  await expect(sandbox.outcome).toContainText('a guest of sandbox.myshopify.com');
  expect(page.workers()).toHaveLength(1);
  expect(page.frames()).toHaveLength(2);

  await page.getByRole('region', { name: 'Controls' }).getByText('Customer', { exact: true }).click();
  await expect(sandbox.banner('42')).toBeVisible();
  await expect(page).toHaveURL(/\?customer=42$/);
});

test("the extension uses the buyer's language", async ({ sandbox }) => {
  await sandbox.open('?language=fr&customer=42');
  await expect(sandbox.banner(/client/i)).toBeVisible();
});

test('the page names unknown parameters of a link', async ({ sandbox }) => {
  await sandbox.open('?fault=banana&extension=no-such');
  await expect(sandbox.page.getByText('Ignored parameters')).toContainText('fault=banana&extension=no-such');
});
