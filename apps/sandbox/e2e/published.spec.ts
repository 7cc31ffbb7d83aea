import { expect, test } from './sandbox-page.ts';

const ADVICE = 'Advice for developers';

for (const [page, query] of [
  ['checkout', '?customer=42&fault=audience'],
  ['order status page', '?target=customer-account.order-status.block.render&customer=42&fault=audience'],
]) {
  test(`a live buyer of the ${page} sees no advice for developers, unlike in the editor`, async ({
    sandbox,
  }) => {
    await sandbox.open(query);
    await expect(sandbox.banner(ADVICE)).toContainText('wrong_audience');
    await sandbox.page.getByRole('button', { name: 'More' }).click();
    await sandbox.page.getByRole('switch', { name: 'Published version' }).click();
    await expect(sandbox.page).toHaveURL(/published=on/);
    const banner = sandbox.banner('This section is unavailable right now.');
    await expect(banner).toContainText('Reference: ');
    await expect(banner).not.toContainText(ADVICE);
    await expect(banner).not.toContainText('wrong_audience');
    await sandbox.page.getByRole('switch', { name: 'Editor' }).click();
    await expect(sandbox.banner(ADVICE)).toBeVisible();
  });
}

test('the version is unknown in POS, and the control says so', async ({ sandbox }) => {
  await sandbox.open('?target=pos.home.tile.render&published=on');
  const control = sandbox.page.getByRole('switch', { name: 'Published version' });
  await expect(control).toBeDisabled();
  await expect(control).not.toBeChecked();
  await expect(sandbox.page.getByTitle('POS has no extension.version')).toHaveText('Published version');
});
