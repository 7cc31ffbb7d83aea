import { expect, test } from './sandbox-page.ts';

test('the background target runs next to the tile, and hears what happens at the counter', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?extension=pos-background');
  const tile = sandbox.extension.locator('s-tile');
  await expect(tile).toContainText('3 lines');
  await expect.poll(() => page.workers().length).toBe(2);
  await page.getByLabel('Cart', { exact: true }).getByRole('button', { name: 'Checkout' }).click();
  await expect(tile).toContainText('Heard Sale 159.5 3');
  await expect(tile).toContainText('0 lines');
  await page.getByRole('switch', { name: 'Cash tracking session' }).click();
  await expect(tile).toContainText('Heard session string');
});
