import { GALLERY_TIMEOUT_MS, openGallery, rowOf } from './gallery-page.ts';
import { hiddenWidth, violationsInBothSchemes } from './look-at-page.ts';
import { expect, test } from './sandbox-page.ts';

test.setTimeout(GALLERY_TIMEOUT_MS);

/** A banner of each tone, a request that waits, and rows with and without states that look the same. */
const DIFFERENT = 'states=guest,customer,expired,audience,secret,down,slow,unsaved';

test('shows states of a block side by side, and each cell opens its state in the page', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?target=customer-account.order-status.block.render&customer=42&fault=expired');
  await page.getByRole('link', { name: 'Gallery' }).click();
  await expect(page).toHaveURL(/\/gallery\?target=customer-account.order-status.block.render&customer=42$/);
  await openGallery(page, `${page.url()}&states=customer,tampered,secret,audience`);
  await expect(page.getByText('All 8 rendered')).toBeVisible();
  const wrongApp = rowOf(page, 'Wrong audience');
  await expect(wrongApp).toContainText('wrong_audience');
  await expect(wrongApp.getByRole('figure', { name: 'Wrong audience, English' })).toBeVisible();
  const french = wrongApp.getByRole('figure', { name: 'Wrong audience, French' });
  await expect(french.getByRole('img')).toHaveAccessibleName(/momentanément indisponible/);
  // What looks the same is shown once.
  await expect(rowOf(page, 'Another secret')).toHaveCount(0);
  await expect(rowOf(page, 'Tampered').getByRole('link', { name: 'Another secret' })).toBeVisible();

  await french.getByRole('link', { name: 'Open Wrong audience, French in the sandbox' }).click();
  await expect(sandbox.outcome).toContainText('wrong_audience');
  await expect(sandbox.extension).toContainText('momentanément indisponible');
});

test('passes axe in light and dark, fits a phone, and moves nothing if the system says so', async ({
  page,
}) => {
  await openGallery(page, `/gallery?languages=en&${DIFFERENT}`);
  expect(await violationsInBothSchemes(page)).toEqual([]);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await hiddenWidth(page), `${width} pixels`).toBe(0);
  }
  const small = await page
    .locator('a, button, select, label')
    .evaluateAll(
      (elements) => elements.filter((element) => element.getBoundingClientRect().height < 24).length,
    );
  expect(small).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the keyboard chooses languages and opens cells, and skips the pictures', async ({ page }) => {
  await openGallery(
    page,
    '/gallery?target=pos.home.tile.render&languages=en&states=no-customer,offline,slow',
  );
  const french = page.getByRole('checkbox', { name: 'French' });
  await french.focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/languages=en,fr&/);
  await expect(page.getByRole('figure', { name: 'POS offline, French' })).toBeVisible({
    timeout: GALLERY_TIMEOUT_MS,
  });
  await rowOf(page, 'Nobody in the cart').getByRole('link', { name: 'Waiting for the server' }).focus();
  for (const language of ['English', 'French']) {
    await page.keyboard.press('Tab');
    const name = `Open Nobody in the cart, ${language} in the sandbox`;
    await expect(page.getByRole('link', { name })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?target=pos.home.tile.render&language=fr$/);
});

test('a link chooses states, and the page shows all on request', async ({ page }) => {
  await openGallery(
    page,
    '/gallery?target=pos.home.tile.render&languages=en&states=no-customer,offline,no-such',
  );
  await expect(page.getByText('All 2 rendered')).toBeVisible();
  await expect(page.getByText('This target has no states called')).toContainText('no-such.');
  await page.getByRole('button', { name: /^Show all \d\d states$/ }).click();
  await expect(page).toHaveURL(/target=pos.home.tile.render&languages=en$/);
  await expect(page.getByText(/of \d\d rendered/)).toBeVisible();
  await page.goto('/gallery?states=no-such');
  await expect(page.getByRole('alert')).toContainText('This target has no states called no-such.');
});
