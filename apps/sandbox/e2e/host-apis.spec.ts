import { expect, test } from './sandbox-page.ts';

test('a block that needs the order renders on the order status page, and nowhere else', async ({
  sandbox,
}) => {
  await sandbox.open('?extension=order-hook');
  await expect(sandbox.extension).toContainText('3 lines');
  await sandbox.open('?extension=order-hook&target=customer-account.profile.block.render');
  // The package misspells this error's name.
  await expect(sandbox.extension.getByRole('alert')).toContainText(
    /ExtensionHasNoField\w*: Cannot access 'lines' on target/,
  );
  await expect(sandbox.extension).not.toContainText('3 lines');
});

test("a fetch to the bundle's own origin fails as in Shopify", async ({ sandbox }) => {
  await sandbox.open('?extension=own-origin');
  await expect(sandbox.extension).toContainText("Error: Fetches to the iframe's origin are not allowed.");
  await expect(sandbox.extension).not.toContainText('TypeError');
});
