import { hiddenWidth, violationsInBothSchemes } from './look-at-page.ts';
import { expect, test } from './sandbox-page.ts';

const STATES = {
  'a verified customer': '?customer=42',
  'a rejected token': '?customer=42&fault=audience',
  'a wrong signature': '?customer=42&fault=tampered',
  'a token that is too large': '?customer=42&fault=too-large',
  'missing CORS headers': '?customer=42&server=no-cors',
  'a customer account': '?target=customer-account.order-status.block.render&customer=42',
  'a thank-you page': '?target=purchase.thank-you.block.render',
  'an order list': '?target=customer-account.order-index.block.render',
  'a profile': '?target=customer-account.profile.block.render',
  'a tile': '?target=pos.home.tile.render',
  'a presented modal': '?target=pos.home.modal.render&customer=42',
};

/** Differ from the state before them only in these parts of the page. */
const CHANGED_PARTS = ['.side', '.extension-block'];
const SIMILAR: readonly string[] = ['a wrong signature', 'a token that is too large', 'missing CORS headers'];
/** Differ from other states only in the mock page. */
const OTHER_PAGES: readonly string[] = ['an order list', 'a profile'];

for (const [state, query] of Object.entries(STATES)) {
  test(`${state}: passes axe in light and dark, and fits a phone`, async ({ sandbox, page }) => {
    await sandbox.open(query);
    const isTile = query.includes('.tile.');
    await expect(sandbox.outcome).toHaveAttribute(
      'data-outcome',
      isTile ? 'waiting' : /^(?!waiting|pending)/,
    );
    await expect(sandbox.extension.locator('s-spinner, s-skeleton-paragraph')).toHaveCount(0);
    if (!isTile) await page.getByTestId('network-log').locator('summary').last().click();
    const parts = SIMILAR.includes(state) ? CHANGED_PARTS : OTHER_PAGES.includes(state) ? ['.preview'] : [];
    expect(await violationsInBothSchemes(page, parts)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await hiddenWidth(page), `${width} pixels`).toBe(0);
    }
  });
}

/** The smallest target that WCAG 2.2 allows (AA, 2.5.8). */
const MIN_TARGET = 24;

test("on a phone, the page's own controls are large enough to touch", async ({ sandbox, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await sandbox.open('?customer=42&fault=audience');
  await expect(sandbox.outcome).toContainText('wrong_audience');
  await page.getByRole('button', { name: 'More' }).click();
  // A label is the target of its radio button or switch.
  const targets = page
    .locator('.top, .toolbar, .side')
    .locator('a, button, select, summary, label, input:not(label input)')
    .filter({ visible: true });
  const sizes = await targets.evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { name: element.textContent || element.getAttribute('aria-label'), width, height };
    }),
  );
  expect(sizes.length).toBeGreaterThan(25);
  expect(sizes.filter(({ width, height }) => Math.min(width, height) < MIN_TARGET)).toEqual([]);
});

test('the keyboard reaches the surface, the controls, the extension, its modal and the log', async ({
  sandbox,
  page,
}) => {
  await sandbox.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Gallery' })).toBeFocused();
  await page.getByRole('button', { name: 'Run again' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Checkout' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/pos.home.tile.render/);

  await page.getByRole('button', { name: 'More' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Staff member')).toBeFocused();

  const tile = sandbox.extension.getByRole('button');
  await tile.focus();
  await page.keyboard.press('Enter');
  await expect(sandbox.presented).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sandbox.presented).toBeHidden();

  await sandbox.runAgain();
  await tile.press('Enter');
  const oldest = page.getByTestId('network-log').locator('details').last();
  await oldest.locator('summary').press('Enter');
  await expect(oldest).toHaveAttribute('open', '');
});
