import type { Page } from '@playwright/test';
import { targetsOf } from '../src/contract/api-tables.ts';
import { isRunnable } from '../src/contract/surfaces.ts';
import { expect, test } from './sandbox-page.ts';

const CHECKOUT_TARGETS = targetsOf('checkout');
const isThankYou = (target: string) => target.startsWith('purchase.thank-you.');

const GROUPS = {
  'the eight of the thank-you page': CHECKOUT_TARGETS.filter(isThankYou),
  'the two of address autocompletion': CHECKOUT_TARGETS.filter(isRunnable),
  'the 28 others of checkout': CHECKOUT_TARGETS.filter(
    (target) => !isThankYou(target) && !isRunnable(target),
  ),
};

/** Texts that are on the page before and after the place that Shopify's documentation gives a target. */
const PLACES: Record<string, readonly [before: string, after: string]> = {
  'purchase.checkout.header.render-after': ['Sandbox Supply', 'Express checkout'],
  'purchase.checkout.contact.render-after': ['robin@example.com', 'Delivery'],
  'purchase.checkout.delivery-address.render-before': ['Pickup point', 'Country/Region'],
  'purchase.checkout.delivery-address.render-after': ['Phone', 'Shipping method'],
  'purchase.checkout.shipping-option-list.render-before': ['Shipping method', 'Standard'],
  'purchase.checkout.shipping-option-item.render-after': ['Standard', 'Express'],
  'purchase.checkout.shipping-option-list.render-after': ['$16.00', 'Payment'],
  'purchase.checkout.pickup-location-list.render-before': ['Pickup locations', 'Harbor Street store'],
  'purchase.checkout.payment-method-list.render-before': ['secure and encrypted', 'Credit card'],
  'purchase.checkout.payment-option-item.details.render': ['Use shipping address', 'Quick Wallet'],
  'purchase.checkout.payment-method-list.render-after': ['Cash on delivery', 'Pay now'],
  'purchase.checkout.actions.render-before': ['Cash on delivery', 'Pay now'],
  'purchase.checkout.footer.render-after': ['Terms of service', 'Mock page'],
  'purchase.checkout.cart-line-item.render-after': ['Morning Round Trip', 'Gooseneck kettle'],
  'purchase.checkout.cart-line-list.render-after': ['Stoneware cup', 'Apply'],
  'purchase.checkout.reductions.render-before': ['Stoneware cup', 'Apply'],
  'purchase.checkout.reductions.render-after': ['Apply', 'Subtotal'],
  'purchase.thank-you.announcement.render': ['Sandbox Supply', 'Thank you, Robin!'],
  'purchase.thank-you.customer-information.render-after': ['Billing address', 'Continue shopping'],
};

async function assertPlace(page: Page, target: string): Promise<void> {
  const place = PLACES[target];
  if (!place) return;
  const [start, end] = ((await page.locator('.preview').textContent()) ?? '').split(
    `Told of customer 42 in ${target}`,
  );
  expect.soft(start!.lastIndexOf(place[0]), `${place[0]} is before`).toBeGreaterThan(-1);
  expect.soft(end!.indexOf(place[1]), `${place[1]} is after`).toBeGreaterThan(-1);
}

for (const [group, targets] of Object.entries(GROUPS)) {
  test(`one module gets a verified session in each target: ${group}`, async ({ sandbox }) => {
    await sandbox.open(`?extension=every-target&customer=42&target=${targets[0]}`);
    for (const target of targets) {
      await test.step(target, async () => {
        await sandbox.page.getByRole('combobox', { name: 'Target' }).selectOption(target);
        await expect(sandbox.extension).toContainText(`Told of customer 42 in ${target}`);
        await expect(sandbox.outcome).toContainText('Authenticated as customer 42 of sandbox.myshopify.com.');
        await expect(sandbox.extension.getByRole('alert')).toHaveCount(0);
        await expect(sandbox.extension.getByText('Renders nothing')).toHaveCount(isRunnable(target) ? 1 : 0);
        await expect(sandbox.page).toHaveURL(new RegExp(`target=${target}`));
        await assertPlace(sandbox.page, target);
      });
    }
  });
}

test('the groups cover all 38 targets', () => {
  expect(Object.values(GROUPS).flat().sort()).toEqual([...CHECKOUT_TARGETS].sort());
  expect(Object.values(GROUPS).map(({ length }) => length)).toEqual([8, 2, 28]);
});

test('the page names elements that the target lacks', async ({ sandbox }) => {
  await sandbox.open('?target=purchase.checkout.chat.render');
  await expect(sandbox.extension.getByRole('status', { name: 'Warnings' })).toContainText(
    'is not available in purchase.checkout.chat.render. Only its children are rendered.',
  );
  await expect(sandbox.extension.getByRole('alert')).toHaveCount(0);
});

test('the page names the line that reads a signal that the target lacks', async ({ sandbox }) => {
  const target = '?target=purchase.address-autocomplete.suggest&customer=42';
  await sandbox.open(target);
  await expect(sandbox.outcome).toContainText('Authenticated as customer 42');
  await expect(sandbox.extension).toContainText('It returned undefined');
  await expect(sandbox.extension.getByRole('alert')).toHaveCount(0);
  // A failure makes the extension read `capabilities`, which is a signal only in all other targets.
  await sandbox.open(`${target}&fault=audience`);
  const problem = sandbox.extension.getByRole('alert');
  await expect(problem).toContainText("TypeError: Cannot read properties of undefined (reading 'includes')");
  await expect(problem).toContainText(/at Object\.failureContext \(src\/surface\.ts:\d+:\d+\)/);
});
