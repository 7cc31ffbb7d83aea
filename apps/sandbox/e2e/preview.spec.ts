import { expect, test } from './sandbox-page.ts';

const ORDER_STATUS = '?target=customer-account.order-status.block.render';

for (const [page, query] of [
  ['checkout', ''],
  ['order status page', ORDER_STATUS],
]) {
  test(`logging in on the ${page} switches the buyer, and logging out switches back`, async ({ sandbox }) => {
    await sandbox.open(query);
    // The extension may have a button of that name, too.
    const button = (name: string) => sandbox.page.locator('button.text-button', { hasText: name });
    await button('Log in').click();
    await expect(sandbox.page).toHaveURL(/customer=42/);
    await expect(sandbox.page.getByRole('radio', { name: 'Customer', exact: true })).toBeChecked();
    await sandbox.page.getByRole('button', { name: 'Run again' }).click();
    await expect(sandbox.outcome).toContainText('Authenticated as customer 42');
    await button('Log out').click();
    await expect(sandbox.page).not.toHaveURL(/customer=/);
  });
}

test('the editor control shows an editor around the page, which can be left', async ({ sandbox, page }) => {
  await sandbox.open();
  const editor = page.getByRole('region', { name: 'Editor' });
  await expect(editor).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('switch', { name: 'Editor' }).click();
  await expect(editor).toContainText('Sandbox Supply');
  await expect(editor.getByRole('region', { name: 'Extension', exact: true })).toBeVisible();
  await editor.getByRole('button', { name: 'Exit' }).click();
  await expect(editor).toHaveCount(0);
  await expect(page).not.toHaveURL(/editor/);
});

test('a language without a locale says which one is used instead, and why', async ({ sandbox, page }) => {
  await sandbox.open('?language=de');
  await expect(page.getByRole('note')).toHaveText("No de locale: uses en, the shop's language");
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr-CA');
  await expect(page.getByRole('note')).toHaveText('No fr-CA locale: uses fr');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Payer maintenant' })).toBeVisible();
  await expect(page.locator('.totals')).toContainText('167,50');
});

test('controls without effect are disabled and say why', async ({ sandbox, page }) => {
  await sandbox.open('?network=off');
  const server = page.getByRole('combobox', { name: 'Server' });
  await expect(server).toBeDisabled();
  await expect(server).toHaveAttribute('title', 'No network access: nothing is sent.');
  await expect(page.getByLabel('Delay in milliseconds')).toBeDisabled();
  await expect(page.getByRole('option', { name: /extensions.shopifycdn.com/ })).toBeDisabled();
  await page.getByRole('switch', { name: 'Network access' }).click();
  await expect(server).toBeEnabled();
});

test('a block below the fold is scrolled to and highlighted', async ({ sandbox, page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await sandbox.open('?extension=every-target');
  await expect(sandbox.extension).toBeInViewport();
  await page.getByRole('combobox', { name: 'Target' }).selectOption('purchase.checkout.footer.render-after');
  await expect(sandbox.extension).toContainText('purchase.checkout.footer.render-after');
  await expect(sandbox.extension).toBeInViewport({ ratio: 1 });
  await expect(sandbox.extension).toHaveClass(/revealed/);
});

test('on a phone, the order summary is a bar above the checkout, open if the extension is in it', async ({
  sandbox,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await sandbox.open('?extension=every-target');
  const bar = page.getByRole('button', { name: /^Order summary/ });
  await expect(bar).toHaveText('Order summary$167.50');
  await expect(page.getByLabel('Discount code')).toBeHidden();
  await bar.click();
  await expect(page.getByLabel('Discount code')).toBeVisible();
  await sandbox.open('?extension=every-target&target=purchase.checkout.reductions.render-after');
  await expect(sandbox.extension).toBeVisible();
  await expect(bar).toHaveAttribute('aria-expanded', 'true');
});

test('the page names an unknown target, and runs nothing', async ({ sandbox, page }) => {
  await page.goto('/?target=purchase.checkout.blok.render');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('No target is called purchase.checkout.blok.render');
  await expect(sandbox.extension).toHaveCount(0);
  await notice.getByRole('button', { name: 'purchase.checkout.block.render' }).click();
  await expect(sandbox.extension).toBeVisible();
});

test('the page says that it waits for a response, and lists the request', async ({ sandbox }) => {
  await sandbox.open('?delay=60000');
  await expect(sandbox.outcome).toContainText('Waiting for the preflight…');
  await expect(sandbox.outcome).toContainText('OPTIONS /api/session-token is pending.');
  await expect(sandbox.exchanges('OPTIONS').first().locator('.status')).toHaveText('pending');
});
