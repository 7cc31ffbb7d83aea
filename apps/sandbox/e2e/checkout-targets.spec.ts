import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** Renders its target's data, or suggests an address. */
const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
export default async () => {
  const { extension } = shopify;
  if (extension.target.endsWith('.suggest')) {
    return { suggestions: [{ label: shopify.target.value + ' 1, Bangor', extra: 1, formattedAddress: { address1: 'Pier 1', city: 'Bangor', zip: 5 } }] };
  }
  render(<View />, document.body);
};
function View() {
  const { title, merchandise } = shopify.target.value;
  const selected = shopify.isTargetSelected && shopify.isTargetSelected.value ? 'selected' : '';
  return <s-text>On {title ?? merchandise.title} {selected}</s-text>;
}
`;

let extension: WatchedExtension;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  extension = await startWatchedExtension(SOURCE);
});
test.afterAll(() => extension.stop());

function urlOf(target: string): string {
  const url = new URL(extension.url);
  url.searchParams.set('target', target);
  return url.href;
}

test('a line target is on the line that the page has selected', async ({ sandbox, page }) => {
  await page.goto(urlOf('purchase.checkout.cart-line-item.render-after'));
  await expect(sandbox.extension).toContainText('On Morning Round Trip');
  await page.getByLabel('Cart line or delivery option').selectOption('Stoneware cup');
  await expect(sandbox.extension).toContainText('On Stoneware cup');
  await expect(page).toHaveURL(/item=3/);
});

test('a delivery option is selected in the page, and its target follows', async ({ sandbox, page }) => {
  await page.goto(urlOf('purchase.checkout.shipping-option-item.render-after'));
  await expect(sandbox.extension).toContainText('On Standard selected');
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout).toContainText('$167.50');
  await page.getByRole('radio', { name: /Express/ }).check({ force: true });
  await expect(sandbox.extension).not.toContainText('selected');
  await expect(checkout).toContainText('$175.50');
});

test('typing an address asks the extension, and its suggestion fills in the address', async ({ page }) => {
  await page.goto(urlOf('purchase.address-autocomplete.suggest'));
  await page.getByLabel('What the buyer types as address').fill('Pier');
  await page.getByLabel('What the buyer types as address').press('Enter');
  await page.getByRole('button', { name: 'Pier 1, Bangor' }).click();
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout.locator('.filled', { hasText: 'City' })).toContainText('Bangor');
  await expect(checkout.locator('.filled', { hasText: 'ZIP code' })).toContainText('04101');
});
