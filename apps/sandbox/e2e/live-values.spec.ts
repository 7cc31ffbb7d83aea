import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
let starts = 0;
function Facts() {
  const { greeting, points, shown } = shopify.settings.value;
  const customer = shopify.buyerIdentity.customer.value?.id ?? 'nobody';
  return <s-text>{JSON.stringify({ greeting, points, shown, customer, beans: shopify.lines.value[0].quantity, total: shopify.cost.totalAmount.value.amount, starts })}</s-text>;
}
export default async () => { starts += 1; render(<Facts />, document.body); };
`;

let extension: WatchedExtension;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  extension = await startWatchedExtension(SOURCE, {
    settings: [
      ['greeting', 'single_line_text_field'],
      ['points', 'number_integer'],
      ['shown', 'boolean'],
    ],
  });
});
test.afterAll(() => extension.stop());

test('settings, customer and cart update the signals of a running extension, and are in the URL', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('"customer":"nobody","beans":2,"total":167.5,"starts":1');
  const live = page.getByRole('region', { name: 'Live values' });
  await live.getByLabel('greeting').fill('Hello');
  await live.getByLabel('points').fill('7');
  await live.getByRole('switch', { name: 'shown' }).click();
  await live.getByLabel('Quantity').fill('5');
  await page.getByRole('region', { name: 'Controls' }).getByText('Customer', { exact: true }).click();
  await expect(sandbox.extension).toContainText(
    '{"greeting":"Hello","points":7,"shown":true,"customer":"gid://shopify/Customer/42","beans":5,"total":226.09,"starts":1}',
  );
  await expect(page).toHaveURL(/setting.greeting=Hello&setting.points=7&setting.shown=true/);

  await page.reload();
  await expect(sandbox.extension).toContainText(
    '{"greeting":"Hello","points":7,"shown":true,"customer":"gid',
  );
});
