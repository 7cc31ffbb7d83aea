import { expect, test } from '../sandbox-page.ts';

test("a guest who logs in by the extension's button sees the points right away", async ({ sandbox }) => {
  await sandbox.open('?target=customer-account.order-status.block.render');
  await sandbox.extension.getByRole('button', { name: 'Log in' }).click();
  await expect(sandbox.banner('customer 42')).toBeVisible();
  await expect(sandbox.page).toHaveURL(/customer=42/);
});

test('credited points appear in a toast and in the account', async ({ sandbox }) => {
  const customer = '770';
  await sandbox.open(`?customer=${customer}`);
  await sandbox.extension.getByRole('button', { name: /^Join/ }).click();
  await expect(sandbox.banner('You have joined')).toBeVisible();

  await sandbox.open(`?target=pos.home.modal.render&customer=${customer}`);
  await sandbox.extension.getByRole('button', { name: 'Look up' }).click();
  await sandbox.extension.getByLabel('Points', { exact: true }).fill('25');
  await sandbox.extension.getByLabel('Reason').fill('For the long wait');
  await sandbox.extension.getByRole('button', { name: 'Add points' }).click();
  await sandbox.extension.getByRole('button', { name: 'Confirm' }).click();
  await expect(sandbox.page.locator('.toasts')).toHaveText('25 points added');
  await expect(sandbox.extension).toContainText('125 points');
  await expect(sandbox.exchanges('POST').first()).toContainText('/adjustments');
});
