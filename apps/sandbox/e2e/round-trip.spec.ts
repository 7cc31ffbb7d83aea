import { expect, test } from './bench-page.ts';

test('a guest is told that the token is genuine', async ({ bench }) => {
  await bench.open();
  await expect(bench.banner('sandbox.myshopify.com')).toBeVisible();
  await expect(bench.verdict).toContainText('a guest, at sandbox.myshopify.com');
});

test('a customer is greeted by the id that the server read from the verified token', async ({ bench }) => {
  await bench.open('?customer=42');
  await expect(bench.banner('42')).toBeVisible();
  await expect(bench.verdict).toContainText('customer 42');
});

test('the claims in the token are those that the server verified', async ({ bench }) => {
  await bench.open('?customer=42');
  const claims = bench.page.getByRole('region', { name: 'Claims' });
  await expect(claims).toContainText('as the server verified them');
  await expect(claims.getByTitle('The server verified the same value')).toHaveCount(8);
  await expect(claims.locator('.different')).toHaveCount(0);
});

test('the worker has an opaque origin, and the server sees it as null', async ({ bench }) => {
  await bench.open();
  await expect(bench.page.getByTestId('worker-origin')).toHaveText('null');
  await expect(bench.exchanges('GET').first().locator('.origin')).toHaveText('null');
});

test('the browser asks by a preflight whether it may send Authorization', async ({ bench }) => {
  await bench.open();
  const preflight = bench.exchanges('OPTIONS').first();
  await expect(preflight.locator('.status')).toHaveText('204');
  await preflight.click();
  await expect(preflight).toContainText('access-control-request-headersauthorization');
  await expect(preflight).toContainText(/access-control-allow-headers.*Authorization/i);
});

test('the log never shows the whole token', async ({ bench }) => {
  await bench.open();
  const call = bench.exchanges('GET').first();
  await call.click();
  await expect(call).toContainText(/Bearer eyJ\w+… \(\d+ characters\)/);
});

test('the switch from guest to customer shows in the URL and in the extension', async ({ bench }) => {
  await bench.open();
  await bench.page.getByRole('region', { name: 'Switches' }).getByText('Customer', { exact: true }).click();
  await expect(bench.banner('42')).toBeVisible();
  await expect(bench.page).toHaveURL(/\?customer=42$/);
});

test('the extension speaks the language of the buyer', async ({ bench }) => {
  await bench.open('?language=fr&customer=42');
  await expect(bench.banner(/client/i)).toBeVisible();
});

test('what a link asks for and nobody knows is told', async ({ bench }) => {
  await bench.open('?fault=banana&target=purchase.no-such.render');
  await expect(bench.page.getByText('left out')).toContainText('fault=banana&target=purchase.no-such.render');
});

test('a page that is opened again is soon verified', async ({ bench }) => {
  await bench.open('?customer=42');
  await expect(bench.banner('42')).toBeVisible();
  const openedAt = performance.now();
  await bench.page.reload();
  await expect(bench.banner('42')).toBeVisible();
  console.log(`    page to verified banner: ${Math.round(performance.now() - openedAt)} ms`);
});
