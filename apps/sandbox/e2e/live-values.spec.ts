import { expect, test } from './sandbox-page.ts';

test('settings, customer and cart update the signals of a running extension, and are in the URL', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?extension=live-values');
  await expect(sandbox.extension).toContainText('"customer":"nobody","beans":2,"total":167.5,"starts":1');
  const live = page.getByRole('region', { name: 'Live values' });
  await live.getByLabel('greeting').fill('Hello');
  await live.getByLabel('points').fill('7');
  await live.getByRole('switch', { name: 'shown' }).click();
  await live.getByLabel('Quantity').fill('5');
  await page.getByRole('region', { name: 'Controls' }).getByText('Customer', { exact: true }).click();
  await expect(sandbox.extension).toContainText(
    '{"greeting":"Hello","points":7,"shown":true,"customer":"gid://shopify/Customer/42","beans":5,"total":226.09,"starts":1}',
  );
  await expect(page).toHaveURL(/setting.greeting=Hello&setting.points=7&setting.shown=true/);

  await page.reload();
  await expect(sandbox.extension).toContainText(
    '{"greeting":"Hello","points":7,"shown":true,"customer":"gid',
  );
});
