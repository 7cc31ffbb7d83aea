import { allElements, elementsOf } from '../src/page/model/element-tables.ts';
import { hiddenWidth, violationsInBothSchemes } from './look-at-page.ts';
import { expect, type SandboxPage, test } from './sandbox-page.ts';

const TARGETS = {
  checkout: 'purchase.checkout.block.render',
  'customer-account': 'customer-account.page.render',
  pos: 'pos.home.modal.render',
} as const;

const open = (sandbox: SandboxPage, surface: keyof typeof TARGETS): Promise<void> =>
  sandbox.open(`?extension=${surface}&target=${TARGETS[surface]}`);

for (const [surface, target] of Object.entries(TARGETS)) {
  test(`${surface}: renders every element, accessible in light and dark, on a screen and a phone`, async ({
    sandbox,
    page,
  }) => {
    await open(sandbox, surface as keyof typeof TARGETS);
    await expect(sandbox.extension.getByText('Events:')).toBeVisible();
    await expect(sandbox.extension.locator('.worker-problems')).toHaveCount(0);
    const rendered = await sandbox.extension
      .locator('.extension-root *')
      .evaluateAll((elements) =>
        elements
          .filter(({ localName }) => localName.startsWith('s-'))
          .map(({ localName, shadowRoot }) =>
            shadowRoot?.querySelector('.labeled') ? 'labeled box' : localName,
          ),
      );
    expect([...new Set(rendered)].sort()).toEqual(Object.keys(elementsOf(target, '2026-07')).sort());

    expect(await violationsInBothSchemes(page, ['.extension-block'])).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await hiddenWidth(page)).toBe(0);
  });
}

test('commands and Escape open and close overlays, and the extension receives their events', async ({
  sandbox,
  page,
}) => {
  await open(sandbox, 'checkout');
  const { extension } = sandbox;
  const log = extension.locator('#log');

  await extension.getByRole('button', { name: 'Open modal' }).click();
  const modal = page.getByRole('dialog', { name: 'Modal' });
  await expect(modal).toBeVisible();
  await expect(log).toContainText('show; aftershow;');
  // The focus stays inside.
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('s-modal') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(modal).toBeHidden();
  await expect(log).toContainText('hide; afterhide;');

  await extension.getByRole('button', { name: 'modal', exact: true }).click();
  // Calls hideOverlay() in the worker.
  await extension.getByRole('button', { name: 'Done' }).click();
  await expect(modal).toBeHidden();

  await extension.getByRole('button', { name: 'Open popover' }).click();
  await expect(extension.getByText('In the popover')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(extension.getByText('In the popover')).toBeHidden();

  await extension.getByRole('button', { name: 'Clickable, with a tooltip' }).hover();
  await expect(extension.getByRole('tooltip')).toBeVisible();

  await extension.getByRole('button', { name: 'Details' }).click();
  await expect(log).toContainText('toggle "closed" "open";');

  // A popover closes on Escape from the moment that it is shown.
  const opener = extension.getByRole('button', { name: 'Open popover' });
  const wasOpen = await opener.evaluate(async (button: HTMLElement) => {
    const isOpen = () =>
      [...document.querySelectorAll('s-popover')].some((host) =>
        host.shadowRoot?.querySelector(':popover-open'),
      );
    // Without a task in between, so that nothing is painted.
    const settle = async (expected: boolean) => {
      for (let turns = 0; turns < 1_000 && isOpen() !== expected; turns += 1) await Promise.resolve();
      return isOpen();
    };
    button.click();
    const opened = await settle(true);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    return [opened, await settle(false)];
  });
  expect(wasOpen).toEqual([true, false]);
});

test('fields and buttons send what the types promise', async ({ sandbox, page }) => {
  await open(sandbox, 'checkout');
  const { extension } = sandbox;
  const log = extension.locator('#log');
  const expectNext = async (events: string, act: () => Promise<unknown>) => {
    const before = (await log.textContent()) ?? '';
    await act();
    await expect.poll(async () => (await log.textContent())?.slice(before.length)).toBe(events);
  };

  await expectNext('focus; input "Adam"; change "Adam"; blur; ', async () => {
    await extension.locator('s-form').getByLabel('Name', { exact: true }).press('End');
    await page.keyboard.type('m');
    await page.keyboard.press('Tab');
  });
  await expectNext('change "3"; ', () => extension.getByRole('button', { name: 'Increase' }).click());
  await expect(extension.getByRole('button', { name: 'Increase' })).toBeDisabled();
  await expectNext('change false; ', () => extension.getByRole('checkbox', { name: 'Gift' }).click());
  await expectNext('change "us"; ', () => extension.getByLabel('Country').selectOption('us'));
  await expectNext('change ["pickup"]; ', () => extension.getByText('Pick up').click());
  await expect(extension.getByRole('radio', { name: 'Pick up' })).toBeChecked();
  await expectNext('change "2026-12-14--2026-12-16"; ', async () => {
    await extension.getByRole('button', { name: /December 14/ }).click();
    await extension.getByRole('button', { name: /December 16/ }).click();
  });
  // An icon in the button is a child of the extension.
  await expectNext('click; ', () => extension.locator('s-button:has-text("Primary") s-icon').click());
  await expectNext('submit; ', () => extension.getByRole('button', { name: 'Submit' }).click());
  await expectNext('dismiss false; afterhide true; ', () =>
    extension.locator('s-banner').getByRole('button', { name: 'Dismiss' }).click(),
  );

  await extension.getByRole('link', { name: 'Link button' }).click();
  await expect(page.getByText('Shopify would open https://example.com/help')).toBeVisible();
  await expect(page).toHaveURL(/purchase\.checkout\.block\.render/);
});

test('elements of every API version have a view, and container queries follow the size of their container', async ({
  sandbox,
  page,
}) => {
  await open(sandbox, 'customer-account');
  await test.step('every element has a view', async () => {
    const withoutView = await page.evaluate(
      (tags) =>
        tags.filter((tag) => {
          const element = document.createElement(tag);
          document.body.append(element);
          const hasView = element.shadowRoot !== null && !element.shadowRoot.querySelector('.labeled');
          element.remove();
          return !hasView;
        }),
      Object.keys(allElements()),
    );
    expect(withoutView).toEqual([]);
  });
  await test.step('container queries follow the size of their container', async () => {
    const columns = () =>
      sandbox.extension
        .locator('#responsive')
        .evaluate((grid) => getComputedStyle(grid).gridTemplateColumns.split(' ').length);
    const wideOnly = sandbox.extension.getByText('Wide only');
    await expect.poll(columns).toBe(2);
    await expect(wideOnly).toBeVisible();
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(columns).toBe(1);
    await expect(wideOnly).toBeHidden();
  });
});
