import { expect, test } from './sandbox-page.ts';

test('the extension shows a guest that the token is verified', async ({ sandbox }) => {
  await sandbox.open();
  await expect(sandbox.banner('sandbox.myshopify.com')).toBeVisible();
  await expect(sandbox.outcome).toContainText('a guest of sandbox.myshopify.com');
});

test('the extension greets a customer by the id in the verified token', async ({ sandbox }) => {
  await sandbox.open('?customer=42');
  await expect(sandbox.banner('42')).toBeVisible();
  await expect(sandbox.outcome).toContainText('customer 42');
});

test('the claims in the token are those that the server verified', async ({ sandbox }) => {
  await sandbox.open('?customer=42');
  const claims = sandbox.page.getByRole('region', { name: 'Claims' });
  await expect(claims).toContainText('as the server verified them');
  await expect(claims.getByTitle('The server verified the same value')).toHaveCount(8);
  await expect(claims.locator('.different')).toHaveCount(0);
});

test('the worker has an opaque origin, and the server sees it as null', async ({ sandbox }) => {
  await sandbox.open();
  await expect(sandbox.page.getByTestId('worker-origin')).toHaveText('null');
  await expect(sandbox.exchanges('GET').first().locator('.origin')).toHaveText('null');
});

test('another run ends the worker of the previous one, and uses its frame', async ({ sandbox, page }) => {
  await sandbox.open();
  const [first] = page.workers();
  await sandbox.runAgain();
  await expect.poll(() => page.workers()).not.toContain(first);
  await expect(sandbox.outcome).toContainText('a guest of sandbox.myshopify.com');
  expect(page.workers()).toHaveLength(1);
  expect(page.frames()).toHaveLength(2);
});

test('the browser sends a preflight for Authorization', async ({ sandbox }) => {
  await sandbox.open();
  const preflight = sandbox.exchanges('OPTIONS').first();
  await expect(preflight.locator('.status')).toHaveText('204');
  await preflight.click();
  await expect(preflight).toContainText('access-control-request-headersauthorization');
  await expect(preflight).toContainText(/access-control-allow-headers.*Authorization/i);
});

test('the log never shows the whole token', async ({ sandbox }) => {
  await sandbox.open();
  const call = sandbox.exchanges('GET').first();
  await call.click();
  await expect(call).toContainText(/Bearer eyJ\w+… \(\d+ characters\)/);
});

test('switching from guest to customer changes the URL and the extension', async ({ sandbox }) => {
  await sandbox.open();
  await sandbox.page.getByRole('region', { name: 'Controls' }).getByText('Customer', { exact: true }).click();
  await expect(sandbox.banner('42')).toBeVisible();
  await expect(sandbox.page).toHaveURL(/\?customer=42$/);
});

test("the extension uses the buyer's language", async ({ sandbox }) => {
  await sandbox.open('?language=fr&customer=42');
  await expect(sandbox.banner(/client/i)).toBeVisible();
});

test('the page names unknown parameters of a link', async ({ sandbox }) => {
  await sandbox.open('?fault=banana&extension=no-such');
  await expect(sandbox.page.getByText('Ignored parameters')).toContainText('fault=banana&extension=no-such');
});

test('a reload ends in a verified banner, too', async ({ sandbox }) => {
  await sandbox.open('?customer=42');
  await expect(sandbox.banner('42')).toBeVisible();
  const openedAt = performance.now();
  await sandbox.page.reload();
  await expect(sandbox.banner('42')).toBeVisible();
  console.log(`    page to verified banner: ${Math.round(performance.now() - openedAt)} ms`);
});
