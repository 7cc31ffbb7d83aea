import { isRunnable } from '../src/contract/surfaces.ts';
import { CHECKOUT_TARGETS } from '../src/schema/checkout-targets.ts';
import { expect, test } from './bench-page.ts';

for (const target of CHECKOUT_TARGETS) {
  test(`one module makes the round trip in ${target}`, async ({ bench }) => {
    await bench.open(`?extension=every-target&customer=42&target=${target}`);
    await expect(bench.verdict).toContainText('The server knows: customer 42, at sandbox.myshopify.com.');
    await expect(bench.extension).toContainText('Told of customer 42');
    await expect(bench.page.getByRole('combobox', { name: 'Target' })).toHaveValue(target);
    await expect(bench.extension.getByRole('alert')).toHaveCount(0);
    await expect(bench.extension.getByText('Draws nothing')).toHaveCount(isRunnable(target) ? 1 : 0);
  });
}

test('a module that needs elements or signals which the target lacks is told so', async ({ bench }) => {
  await bench.open('?target=purchase.checkout.chat.render');
  await expect(bench.extension.getByRole('alert')).toContainText('Element is not allowed: s-');
  await bench.open('?target=purchase.address-autocomplete.suggest');
  await expect(bench.extension.getByRole('alert')).toContainText('undefined');
});
