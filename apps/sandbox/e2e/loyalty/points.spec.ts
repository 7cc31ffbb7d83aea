import { expect, test } from '../bench-page.ts';

test('whoever followed a link logs in behind the button, and is known at once', async ({ bench }) => {
  await bench.open('?target=customer-account.order-status.block.render');
  await bench.extension.getByRole('button', { name: 'Log in' }).click();
  await expect(bench.banner('customer 42')).toBeVisible();
  await expect(bench.page).toHaveURL(/customer=42/);
});

test('points that were given are shown by a toast, and in the account', async ({ bench }) => {
  const customer = '770';
  await bench.open(`?customer=${customer}`);
  await bench.extension.getByRole('button', { name: /^Join/ }).click();
  await expect(bench.banner('You have joined')).toBeVisible();

  await bench.open(`?target=pos.home.modal.render&customer=${customer}`);
  await bench.extension.getByRole('button', { name: 'Look up' }).click();
  await bench.extension.getByLabel('Points', { exact: true }).fill('25');
  await bench.extension.getByLabel('Reason').fill('For the long wait');
  await bench.extension.getByRole('button', { name: 'Add points' }).click();
  await bench.extension.getByRole('button', { name: 'Confirm' }).click();
  await expect(bench.page.locator('.toasts')).toHaveText('25 points added');
  await expect(bench.extension).toContainText('125 points');
  await expect(bench.exchanges('POST').first()).toContainText('/adjustments');
});
