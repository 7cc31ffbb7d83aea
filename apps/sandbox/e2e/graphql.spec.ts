import { expect, test } from './sandbox-page.ts';

test('an extension queries the Storefront API without network access, and the log shows it', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?extension=storefront-queries');
  await expect(sandbox.extension).toContainText('Sandbox Supply: Gooseneck kettle.');
  const message = "Field 'colour' doesn't exist on type 'Shop'";
  await expect(sandbox.extension).toContainText(message);
  const image = sandbox.extension.getByRole('img', { name: 'The product' });
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

  const rows = page.getByTestId('graphql-exchange');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('query Wrong');
  await expect(rows.nth(1)).toContainText('Storefront API 2026-04');
  await expect(rows.last()).toContainText('query GetProduct {"id":"gid://shopify/Product/2"}');
  await expect(sandbox.extension.getByRole('status', { name: 'Warnings' })).toContainText(message);
  await expect(sandbox.outcome).toHaveAttribute('data-outcome', /waiting|no-network/);
});
