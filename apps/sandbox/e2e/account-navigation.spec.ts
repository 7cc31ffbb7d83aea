import { expect, test } from './sandbox-page.ts';

const PROFILE = '?extension=account-navigation&target=customer-account.profile.block.render';

test('an extension navigates to its full page, within it, and back', async ({ sandbox, page }) => {
  await sandbox.open(PROFILE);
  await sandbox.extension.getByRole('button', { name: 'Settings' }).click();
  await expect(sandbox.extension).toContainText('/settings {"step":1} 0 changes');
  expect(new URL(page.url()).searchParams.get('path')).toBe('/settings');
  await sandbox.extension.getByRole('button', { name: 'Finish' }).click();
  await expect(sandbox.extension).toContainText('/done 1 changes');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(sandbox.extension).toContainText('/settings {"step":1} 2 changes');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(sandbox.extension).toContainText('Block');
  await expect(page.getByRole('button', { name: 'Back' })).toBeHidden();
});

test('a link leads to the full page', async ({ sandbox }) => {
  await sandbox.open(PROFILE);
  await sandbox.extension.getByRole('link', { name: 'Link' }).click();
  await expect(sandbox.extension).toContainText('/settings 0 changes');
});

test('the page says where a link leads that it cannot follow', async ({ sandbox, page }) => {
  await sandbox.open(PROFILE);
  await sandbox.extension.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByText('Shopify would open https://example.com/help')).toBeVisible();
  await sandbox.extension.getByRole('button', { name: 'Nobody' }).click();
  await expect(sandbox.extension.getByRole('alert')).toContainText(
    'no extension here has the handle "nobody"',
  );
});

test('an intent completes as the customer ends it', async ({ sandbox, page }) => {
  await sandbox.open(PROFILE);
  for (const [button, code] of [
    ['Save the new card', 'ok'],
    ['Close', 'closed'],
    ['Fail', 'error'],
  ] as const) {
    await sandbox.extension.getByRole('button', { name: 'Card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace the payment method' });
    await expect(dialog).toContainText('gid://shopify/SubscriptionContract/7');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(sandbox.extension).toContainText(`Block, ${code}`);
  }
});
