import { hiddenWidth, violationsInBothSchemes } from './look-at-page.ts';
import { expect, test } from './sandbox-page.ts';

/** Selectors of the parts that axe checks. None: the whole page. */
const WHOLE_PAGE: readonly string[] = [];
const OUTCOME = ['.side', '.extension-block'];
const MOCK_PAGE = ['.preview'];

interface State {
  /** The control that leads to it from the state before, and its option. */
  control?: readonly [name: string, option: string];
  /** Part of the outcome's text. */
  outcome: string;
  /** The parts that differ from the states before it. */
  parts: readonly string[];
}

/** The states of each surface, after its query. The first one is the page as it opens. */
const STATES: Record<string, readonly [query: string, ...State[]]> = {
  checkout: [
    '?customer=42',
    { outcome: 'Authenticated as customer 42', parts: WHOLE_PAGE },
    {
      control: ['Target', 'purchase.thank-you.block.render'],
      outcome: 'Authenticated as customer 42',
      parts: WHOLE_PAGE,
    },
    { control: ['Token', 'audience'], outcome: 'wrong_audience', parts: WHOLE_PAGE },
    { control: ['Token', 'tampered'], outcome: 'bad_signature', parts: OUTCOME },
    { control: ['Token', 'too-large'], outcome: 'token_too_large', parts: OUTCOME },
    { control: ['Server', 'no-cors'], outcome: 'Blocked by the browser', parts: OUTCOME },
  ],
  'customer account': [
    '?target=customer-account.order-status.block.render&customer=42',
    { outcome: 'Authenticated as customer 42', parts: WHOLE_PAGE },
    {
      control: ['Target', 'customer-account.order-index.block.render'],
      outcome: 'Authenticated as customer 42',
      parts: MOCK_PAGE,
    },
    {
      control: ['Target', 'customer-account.profile.block.render'],
      outcome: 'Authenticated as customer 42',
      parts: MOCK_PAGE,
    },
  ],
  POS: [
    '?target=pos.home.tile.render&customer=42',
    { outcome: 'No request yet', parts: WHOLE_PAGE },
    {
      control: ['Target', 'pos.home.modal.render'],
      outcome: 'Authenticated as staff member',
      parts: WHOLE_PAGE,
    },
  ],
};

for (const [surface, [query, ...states]] of Object.entries(STATES)) {
  test(`${surface}: every state passes axe in light and dark, and fits a phone`, async ({
    sandbox,
    page,
  }) => {
    await sandbox.open(query);
    for (const { control, outcome, parts } of states) {
      await test.step(control?.join(': ') ?? 'as it opens', async () => {
        await page.setViewportSize({ width: 1280, height: 800 });
        if (control) await page.getByRole('combobox', { name: control[0] }).selectOption(control[1]);
        await expect(sandbox.outcome).toContainText(outcome);
        await expect(sandbox.extension).toHaveAttribute('aria-busy', 'false');
        await expect(sandbox.extension.locator('s-spinner, s-skeleton-paragraph')).toHaveCount(0);
        // The request of this state.
        const newest = page.getByTestId('network-log').locator('summary').first();
        if (outcome !== 'No request yet') await newest.click();
        expect.soft(await violationsInBothSchemes(page, parts)).toEqual([]);
        expect.soft(await hiddenWidth(page), '1280 pixels').toBe(0);
        await page.setViewportSize({ width: 390, height: 800 });
        expect.soft(await hiddenWidth(page), '390 pixels').toBe(0);
      });
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
