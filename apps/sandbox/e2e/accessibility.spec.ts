import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './sandbox-page.ts';

const STATES = {
  'a verified customer': '?customer=42',
  'a rejected token': '?customer=42&fault=audience',
  'missing CORS headers': '?customer=42&server=no-cors',
  'a customer account': '?target=customer-account.order-status.block.render&customer=42',
  'a thank-you page': '?target=purchase.thank-you.block.render',
  'a tile': '?target=pos.home.tile.render',
  'a presented modal': '?target=pos.home.modal.render&customer=42',
};

async function violationsIn(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('iframe');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

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
    expect(await violationsIn(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page, ['color-contrast']), 'dark').toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const hidden = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(hidden, `${width} pixels`).toBe(0);
    }
  });
}

test('the keyboard reaches the surface, the controls, the extension, its modal and the log', async ({
  sandbox,
  page,
}) => {
  await sandbox.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Checkout' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/pos.home.tile.render/);

  await page.getByRole('combobox', { name: 'Token' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Clock skew in seconds')).toBeFocused();

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
