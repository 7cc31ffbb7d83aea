import type { Locator } from '@playwright/test';
import { expect, test } from './sandbox-page.ts';

test('the actions stay in place, and nothing covers the outcome', async ({ sandbox, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await sandbox.open('?customer=42&fault=audience');
  await expect(sandbox.outcome).toContainText('wrong_audience');
  await expect(page.getByTestId('network-log')).toBeInViewport({ ratio: 1 });
  const runAgain = page.getByRole('button', { name: 'Run again' });
  const placed = await runAgain.boundingBox();
  const outcome = await sandbox.outcome.boundingBox();
  // Over the preview, whose page is longer than the window.
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => page.locator('.canvas').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  expect(await sandbox.outcome.boundingBox()).toEqual(outcome);
  await page.mouse.move(1000, 500);
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => page.locator('.side').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await page.mouse.wheel(0, -3000);
  await expect.poll(() => sandbox.outcome.boundingBox()).toEqual(outcome);
  expect(await isOnTop(sandbox.outcome)).toBe(true);
  expect(await runAgain.boundingBox()).toEqual(placed);
  await page.getByRole('button', { name: 'wrong app' }).click();
  await expect(sandbox.outcome).toContainText('Verified');
  expect(await runAgain.boundingBox()).toEqual(placed);
});

/** Whether nothing lies over the corners of an element. */
const isOnTop = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [left + 16, right - 16].every((x) =>
      [top + 16, bottom - 16].every((y) => element.contains(document.elementFromPoint(x, y))),
    );
  });

test('on a phone, the outcome comes first, then the extension', async ({ sandbox, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await sandbox.open('?customer=42&fault=audience');
  await expect(sandbox.outcome).toContainText('wrong_audience');
  await expect(sandbox.outcome).toBeInViewport({ ratio: 1 });
  expect(await isOnTop(sandbox.outcome)).toBe(true);
  await expect(sandbox.extension).toBeInViewport();
  const preview = page.getByRole('region', { name: 'Preview' });
  const controls = page.getByRole('region', { name: 'Controls' });
  const [first, second, third] = await Promise.all(
    [sandbox.outcome, preview, controls].map((one) => one.boundingBox()),
  );
  expect(second!.y).toBeGreaterThan(first!.y + first!.height);
  expect(third!.y).toBeGreaterThan(second!.y + second!.height);
  await controls.scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeInViewport({ ratio: 1 });
});

test('rarely used controls are hidden until one of them is set, and are amber while the token is accepted', async ({
  sandbox,
  page,
}) => {
  const more = page.getByRole('button', { name: 'More' });
  const skew = page.getByLabel('Clock skew in seconds');
  await sandbox.open();
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(skew).toBeHidden();
  await sandbox.open('?skew=5&delay=300');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(more).toHaveText('More 2');
  // A typed text stays while responses arrive.
  await skew.fill('30');
  await expect(sandbox.outcome).toContainText('Verified');
  await expect(skew).toHaveClass(/changed/);
  await expect(skew).toHaveValue('30');
  await skew.press('Enter');
  await expect(sandbox.outcome).toContainText('Rejected not_yet_valid');
  await expect(skew).toHaveClass(/faulty/);
});
