import type { SandboxHook } from '../src/contract/report.ts';
import { expect, test } from './sandbox-page.ts';

const on = (target: string) => `?extension=checkout-targets&target=purchase.${target}`;

test('a line target is on every line of the cart, and follows the cart', async ({ sandbox, page }) => {
  await sandbox.open(on('checkout.cart-line-item.render-after'));
  const copyOn = (title: string) => page.getByRole('region', { name: `On ${title}` });
  await expect(sandbox.extension).toContainText('On Morning Round Trip');
  await expect(copyOn('Gooseneck kettle')).toContainText('On Gooseneck kettle');
  await expect(copyOn('Stoneware cup')).toContainText('On Stoneware cup');
  const text = await page.evaluate(
    () => (globalThis as unknown as { sandbox: SandboxHook }).sandbox.report().text,
  );
  expect(text.split('\n')).toEqual(['On Morning Round Trip', 'On Gooseneck kettle', 'On Stoneware cup']);

  await page.getByLabel('Cart line or delivery option').selectOption('Stoneware cup');
  await expect(sandbox.extension).toContainText('On Stoneware cup');
  await expect(copyOn('Morning Round Trip')).toContainText('On Morning Round Trip');
  await expect(page).toHaveURL(/item=3/);

  await page.getByRole('region', { name: 'Live values' }).getByLabel('Quantity').fill('0');
  await page.keyboard.press('Enter');
  await expect(copyOn('Morning Round Trip')).toHaveCount(0);
});

test('a delivery option is selected in the page, and its target follows', async ({ sandbox, page }) => {
  await sandbox.open(on('checkout.shipping-option-item.render-after'));
  await expect(sandbox.extension).toContainText('On Standard selected');
  await expect(page.getByRole('region', { name: 'On Express' })).toHaveText('On Express');
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout).toContainText('$167.50');
  await page.getByRole('radio', { name: /Express/ }).check();
  await expect(sandbox.extension).not.toContainText('selected');
  await expect(page.getByRole('region', { name: 'On Express' })).toHaveText('On Express selected');
  await expect(checkout).toContainText('$175.50');
});

test('typing an address asks the extension, and its suggestion fills in the address', async ({
  sandbox,
  page,
}) => {
  await sandbox.open(on('address-autocomplete.suggest'));
  await expect(page.getByRole('button', { name: '48 Har 1, Bangor' })).toBeVisible();
  await page.getByLabel('What the buyer types as address').fill('Pier');
  await page.getByLabel('What the buyer types as address').press('Enter');
  await page.getByRole('button', { name: 'Pier 1, Bangor' }).click();
  await expect(page.getByLabel('City')).toHaveValue('Bangor');
  await expect(page.getByLabel('ZIP code')).toHaveValue('04101');
});
