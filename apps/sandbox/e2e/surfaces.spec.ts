import { expect, test } from './bench-page.ts';

test('a person switches between the three surfaces, and each verifies its own token', async ({ bench }) => {
  await bench.open('?customer=42');
  const surfaces = bench.page.getByRole('toolbar', { name: 'Surface and target' });
  await surfaces.getByText('Customer account').click();
  await expect(bench.page).toHaveURL(/target=customer-account.order-status.block.render/);
  await expect(bench.page.getByRole('region', { name: 'Order status' })).toBeVisible();
  await expect(bench.banner('customer 42')).toBeVisible();

  await surfaces.getByText('POS').click();
  await bench.extension.locator('s-tile').getByRole('button').click();
  await expect(bench.presented.locator('s-banner')).toContainText('user 91');
  await expect(bench.verdict).toContainText('user 91 of the staff');

  await surfaces.getByText('Checkout').click();
  await expect(bench.banner('customer 42')).toBeVisible();
});

test.describe('customer account', () => {
  const target = '?target=customer-account.order-status.block.render';

  test('the token has no iss, as Shopify documents none', async ({ bench }) => {
    await bench.open(`${target}&customer=42`);
    await expect(bench.verdict).toContainText('Verified');
    await expect(bench.claim('iss')).toHaveCount(0);
  });

  test('a refused token is explained', async ({ bench }) => {
    await bench.open(`${target}&customer=42&fault=expired`);
    await expect(bench.banner('expired')).toBeVisible();
    await expect(bench.verdict).toContainText('As expected.');
  });
});

test.describe('POS', () => {
  const tile = '?target=pos.home.tile.render';
  const modal = '?target=pos.home.modal.render';

  test('the tile opens the modal in a worker of its own, and closing it ends that', async ({ bench }) => {
    await bench.open(tile);
    await expect.poll(() => bench.page.workers().length).toBe(1);
    await bench.extension.locator('s-tile').getByRole('button').click();
    await expect(bench.presented).toBeVisible();
    await expect.poll(() => bench.page.workers().length).toBe(2);
    await bench.page.getByRole('button', { name: 'Close' }).click();
    await expect(bench.presented).toBeHidden();
    await expect.poll(() => bench.page.workers().length).toBe(1);
  });

  test('without a connection the tile says so, as soon as POS knows', async ({ bench }) => {
    await bench.open(tile);
    await bench.page.getByRole('switch', { name: 'POS is online' }).click();
    await expect(bench.extension.getByRole('button')).toBeDisabled();
    await expect(bench.page).toHaveURL(/connected=off/);
  });

  test('the token is that of the account that is logged in, never of whom is pinned in', async ({
    bench,
  }) => {
    await bench.open(`${modal}&user=7&staff=8`);
    await expect(bench.banner('user 7')).toBeVisible();
    await expect(bench.verdict).toContainText('user 7 of the staff');
    await expect(bench.claim('sub')).toContainText('7');
    await expect(bench.extension).toContainText('8');
  });

  test('an account without the permission is told so, as no fault, and nothing is sent', async ({
    bench,
  }) => {
    await bench.open(`${modal}&fault=no-permission`);
    await expect(bench.banner('This account may not use the app')).toBeVisible();
    await expect(bench.verdict).toContainText('No token');
    await expect(bench.page.getByText('Nothing was sent.')).toBeVisible();
  });

  test("an empty session id, which only POS's tokens could have, is refused", async ({ bench }) => {
    await bench.open(`${modal}&fault=session-id`);
    await expect(bench.banner('bad_session_id')).toBeVisible();
    await expect(bench.verdict).toContainText('As expected.');
  });
});
