import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { GALLERY_TIMEOUT_MS, openGallery, readPictures } from './gallery-page.ts';
import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension } from './watched-extension.ts';

test.setTimeout(GALLERY_TIMEOUT_MS);

const rowOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

test('shows every state of a block, and each cell opens its state in the page', async ({ sandbox, page }) => {
  await sandbox.open('?target=customer-account.order-status.block.render&customer=42&fault=expired');
  await page.getByRole('link', { name: 'Gallery' }).click();
  await expect(page).toHaveURL(/\/gallery\?target=customer-account.order-status.block.render&customer=42$/);
  await openGallery(page, page.url());
  await expect(page.getByText(/All \d+ rendered/)).toBeVisible();
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
  await openGallery(page, '/gallery?languages=en');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).exclude('iframe');
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
  }
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const hidden = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(hidden, `${width} pixels`).toBe(0);
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
  await openGallery(page, '/gallery?target=pos.home.tile.render&languages=en');
  const french = page.getByRole('checkbox', { name: 'French' });
  await french.focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/languages=en,fr$/);
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

const failing = (message: string) => `export default async () => {
  document.body.append('Before');
  const headers = { Authorization: \`Bearer \${await shopify.sessionToken.get()}\` };
  const response = await fetch(\`\${process.env.APP_URL}/api/session-token\`, { headers });
  if (!response.ok) throw new Error('${message}');
};
`;

test("a cell shows its worker's error, and a saved file renders all cells again", async ({ page }) => {
  const extension = await startWatchedExtension(failing('It broke'), { capabilities: ['network_access'] });
  try {
    await openGallery(page, extension.url.replace('/#', '/gallery#'));
    const audience = rowOf(page, 'Expired').getByRole('figure');
    await expect(audience.getByRole('alert')).toContainText('It broke');
    await expect(rowOf(page, 'Guest').getByRole('alert')).toHaveCount(0);
    const messages = (await readPictures(page)).map(({ state, messages: [first] }) => [state, first]);
    expect(messages).toContainEqual(['audience', 'It broke']);

    extension.save(failing('It broke again'));
    await expect(audience.getByRole('alert')).toContainText('It broke again', {
      timeout: GALLERY_TIMEOUT_MS,
    });
  } finally {
    await extension.stop();
  }
});

test('a worker that never answers ends with an error', async ({ page }) => {
  const source = `export default async () => {
  if (shopify.buyerIdentity?.customer.value) for (;;);
  document.body.append('Guest');
};
`;
  const extension = await startWatchedExtension(source);
  try {
    // Each hangs until its time limit: only the first ones are awaited.
    await page.goto(extension.url.replace('/#', '/gallery#'));
    await expect(rowOf(page, 'Guest').getByRole('img', { name: 'Guest' })).toBeVisible();
    await expect(rowOf(page, 'Customer').getByRole('alert')).toContainText('did not settle', {
      timeout: GALLERY_TIMEOUT_MS,
    });
  } finally {
    await extension.stop();
  }
});
