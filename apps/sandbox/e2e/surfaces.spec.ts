import { expect, test } from './sandbox-page.ts';

test('each of the three surfaces gets its own verified token, in a page marked as a mock', async ({
  sandbox,
}) => {
  const mark = sandbox.page.locator('.mock-mark').first();
  await sandbox.open('?customer=42');
  await expect(mark).toContainText('Mock page');
  const surfaces = sandbox.page.getByRole('toolbar', { name: 'Surface and target' });
  await surfaces.getByText('Customer account').click();
  await expect(sandbox.page).toHaveURL(/target=customer-account.order-status.block.render/);
  await expect(sandbox.page.getByRole('region', { name: 'Customer account' })).toBeVisible();
  await expect(sandbox.banner('customer 42')).toBeVisible();
  await expect(mark).toBeVisible();

  await surfaces.getByText('POS').click();
  await sandbox.extension.locator('s-tile').getByRole('button').click();
  await expect(sandbox.presented.locator('s-banner')).toContainText('user 91');
  await expect(sandbox.outcome).toContainText('staff member 91');
  await expect(mark).toBeVisible();

  await surfaces.getByText('Checkout').click();
  await expect(sandbox.banner('customer 42')).toBeVisible();
});

test.describe('customer account', () => {
  const target = '?target=customer-account.order-status.block.render';

  test('the token has no iss, because Shopify documents none, and a rejected one is explained', async ({
    sandbox,
  }) => {
    await sandbox.open(`${target}&customer=42`);
    await expect(sandbox.outcome).toContainText('Verified');
    await expect(sandbox.claim('iss')).toHaveCount(0);
    await sandbox.page.getByRole('combobox', { name: 'Token' }).selectOption('expired');
    await expect(sandbox.banner('expired')).toBeVisible();
    await expect(sandbox.outcome).toContainText('As expected.');
  });
});

test.describe('POS', () => {
  const tile = '?target=pos.home.tile.render';
  const modal = '?target=pos.home.modal.render';

  test('the tile opens the modal in its own worker, which ends when the modal closes, and is disabled when offline', async ({
    sandbox,
  }) => {
    await sandbox.open(tile);
    // Only the extension's tile can be pressed: those of POS itself say what they are.
    await expect(sandbox.extension.getByRole('button', { name: 'Loyalty points' })).toBeEnabled();
    const builtIn = sandbox.page.getByRole('button', { name: /Built-in$/ });
    await expect(builtIn).toHaveCount(4);
    for (const one of await builtIn.all()) await expect(one).toBeDisabled();
    await expect.poll(() => sandbox.page.workers().length).toBe(1);
    await sandbox.extension.locator('s-tile').getByRole('button').click();
    await expect(sandbox.presented).toBeVisible();
    await expect.poll(() => sandbox.page.workers().length).toBe(2);
    await sandbox.page.getByRole('button', { name: 'Close' }).click();
    await expect(sandbox.presented).toBeHidden();
    await expect.poll(() => sandbox.page.workers().length).toBe(1);

    await sandbox.page.getByRole('switch', { name: 'POS is online' }).click();
    await expect(sandbox.extension.getByRole('button')).toBeDisabled();
    await expect(sandbox.page).toHaveURL(/connected=off/);
  });

  test('the token is for the logged-in account, never for the pinned staff member', async ({ sandbox }) => {
    await sandbox.open(`${modal}&user=7&staff=8`);
    await expect(sandbox.banner('user 7')).toBeVisible();
    await expect(sandbox.outcome).toContainText('staff member 7');
    await expect(sandbox.claim('sub')).toContainText('7');
    await expect(sandbox.extension).toContainText('8');
  });

  test('nothing is sent without permission, and an empty session id is rejected', async ({ sandbox }) => {
    await sandbox.open(`${modal}&fault=no-permission`);
    await expect(sandbox.banner('This account can’t use the app')).toBeVisible();
    await expect(sandbox.outcome).toContainText('No token');
    await expect(sandbox.page.getByText('Nothing was sent.')).toBeVisible();

    await sandbox.page.getByRole('combobox', { name: 'Token' }).selectOption('session-id');
    await expect(sandbox.banner('bad_session_id')).toBeVisible();
    await expect(sandbox.outcome).toContainText('As expected.');
  });
});
