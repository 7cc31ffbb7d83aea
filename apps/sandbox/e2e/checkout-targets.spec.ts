import { expect, test } from './sandbox-page.ts';

const on = (target: string) => `?extension=checkout-targets&target=purchase.${target}`;

test('a line target is on the line that the page has selected', async ({ sandbox, page }) => {
  await sandbox.open(on('checkout.cart-line-item.render-after'));
  await expect(sandbox.extension).toContainText('On Morning Round Trip');
  await page.getByLabel('Cart line or delivery option').selectOption('Stoneware cup');
  await expect(sandbox.extension).toContainText('On Stoneware cup');
  await expect(page).toHaveURL(/item=3/);
});

test('a delivery option is selected in the page, and its target follows', async ({ sandbox, page }) => {
  await sandbox.open(on('checkout.shipping-option-item.render-after'));
  await expect(sandbox.extension).toContainText('On Standard selected');
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout).toContainText('$167.50');
  await page.getByRole('radio', { name: /Express/ }).check({ force: true });
  await expect(sandbox.extension).not.toContainText('selected');
  await expect(checkout).toContainText('$175.50');
});

test('typing an address asks the extension, and its suggestion fills in the address', async ({
  sandbox,
  page,
}) => {
  await sandbox.open(on('address-autocomplete.suggest'));
  await page.getByLabel('What the buyer types as address').fill('Pier');
  await page.getByLabel('What the buyer types as address').press('Enter');
  await page.getByRole('button', { name: 'Pier 1, Bangor' }).click();
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout.locator('.filled', { hasText: 'City' })).toContainText('Bangor');
  await expect(checkout.locator('.filled', { hasText: 'ZIP code' })).toContainText('04101');
});
