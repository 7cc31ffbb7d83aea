import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './bench-page.ts';

const STATES = {
  'a verified customer': '?customer=42',
  'a refused token': '?customer=42&fault=audience',
  'CORS headers stripped': '?customer=42&server=no-cors',
  'a customer account': '?target=customer-account.order-status.block.render&customer=42',
  'a thank-you page': '?target=purchase.thank-you.block.render',
  'a tile': '?target=pos.home.tile.render',
  'a presented modal': '?target=pos.home.modal.render&customer=42',
};

for (const [state, query] of Object.entries(STATES)) {
  test(`${state} has nothing that axe objects to, in light and in dark`, async ({ bench, page }) => {
    await bench.open(query);
    const isTile = query.includes('.tile.');
    await expect(bench.verdict).toHaveAttribute('data-verdict', isTile ? 'waiting' : /^(?!waiting)/);
    await expect(bench.extension.locator('s-spinner, s-skeleton-paragraph')).toHaveCount(0);
    if (!isTile) await page.getByTestId('network-log').locator('summary').last().click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`).join(' | ')}`,
      );
      expect(found, colorScheme).toEqual([]);
    }
  });
}

for (const width of [1280, 390]) {
  test(`nothing is wider than a screen of ${width} pixels`, async ({ bench, page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const query of Object.values(STATES)) {
      await bench.open(query);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, query).toBe(0);
    }
  });
}

test('all is reached by keyboard: surface, switches, the extension, its presented modal, the log', async ({
  bench,
  page,
}) => {
  await bench.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Checkout' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/pos.home.tile.render/);

  await page.getByRole('combobox', { name: 'Token' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Clock skew in seconds')).toBeFocused();

  const tile = bench.extension.getByRole('button');
  await tile.focus();
  await page.keyboard.press('Enter');
  await expect(bench.presented).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench.presented).toBeHidden();

  await bench.runAgain();
  await tile.press('Enter');
  const oldest = page.getByTestId('network-log').locator('details').last();
  await oldest.locator('summary').press('Enter');
  await expect(oldest).toHaveAttribute('open', '');
});
