import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** Buttons that change the checkout, and an interceptor that wants a note. */
const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';

const CHANGES = {
  Add: () => shopify.applyCartLinesChange({ type: 'addCartLine', merchandiseId: 'gid://shopify/ProductVariant/5', quantity: 2 }),
  Code: () => shopify.applyDiscountCodeChange({ type: 'addDiscountCode', code: 'SAVE' }),
  Card: () => shopify.applyGiftCardChange({ type: 'addGiftCard', code: 'GIFT1234' }),
  Note: () => shopify.applyNoteChange({ type: 'updateNote', note: 'Ring twice' }),
  Move: () => shopify.applyShippingAddressChange({ type: 'updateShippingAddress', address: { city: 'Bangor' } }),
  Wrong: () => shopify.applyNoteChange({ type: 'updateNote', note: 5 }),
};

export default async () => {
  await shopify.buyerJourney.intercept(({ canBlockProgress }) =>
    canBlockProgress && !shopify.note.value
      ? { behavior: 'block', reason: 'note', errors: [
          { message: 'Leave a note' },
          { message: 'Not there', target: '$.cart.deliveryGroups[0].deliveryAddress.city' },
        ] }
      : { behavior: 'allow' });
  render(<View />, document.body);
};

function View() {
  return (
    <s-stack>
      {Object.entries(CHANGES).map(([name, apply]) => <s-button onClick={apply}>{name}</s-button>)}
      <s-text>{shopify.lines.value.length} lines, {shopify.cost.totalAmount.value.amount}, {shopify.note.value ?? 'no note'}</s-text>
    </s-stack>
  );
}
`;

let extension: WatchedExtension;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  extension = await startWatchedExtension(SOURCE, { capabilities: ['block_progress'] });
});
test.afterAll(() => extension.stop());

test("changes reach the extension's signals and the page, totals included", async ({ sandbox, page }) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('3 lines, 167.5, no note');
  const press = (name: string) => sandbox.extension.getByRole('button', { name }).click();
  for (const name of ['Add', 'Code', 'Card', 'Note', 'Move', 'Wrong']) await press(name);
  await expect(sandbox.extension).toContainText('4 lines, 166.19, Ring twice');
  const checkout = page.getByRole('region', { name: 'Checkout' });
  for (const text of [
    'Paper filters',
    'Discount SAVE',
    '-$16.20',
    'Gift card •••• 1234',
    '$141.19',
    'Bangor',
  ]) {
    await expect(checkout).toContainText(text);
  }
  await expect(checkout).toContainText('Ring twice');
  const calls = page.getByRole('region', { name: 'Changes by the extension' });
  await expect(calls.getByRole('listitem')).toHaveCount(6);
  await expect(calls).toContainText('note must be string');
});

test('what an interceptor blocks is shown at the field and above the button, until it allows', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('no note');
  const pay = page.getByRole('button', { name: 'Pay now' });
  await pay.click();
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout.getByRole('alert').filter({ hasText: 'blocks progress' })).toContainText(
    'Leave a note',
  );
  await expect(checkout.locator('.filled', { hasText: 'City' })).toContainText('Not there');
  await page.getByRole('switch', { name: 'May block progress' }).click();
  await pay.click();
  await expect(checkout.getByRole('status').filter({ hasText: 'Nothing blocks the payment' })).toBeVisible();
  await page.getByRole('switch', { name: 'May block progress' }).click();
  await sandbox.extension.getByRole('button', { name: 'Note' }).click();
  await pay.click();
  await expect(checkout).not.toContainText('Leave a note');
});

test('the scene can be edited in the page, which says what is wrong, and reset', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('3 lines');
  const editor = page.getByRole('region', { name: 'Scene' });
  const json = editor.getByRole('textbox');
  await json.fill('{ "cart": { "lines": [{ "title": "Tea", "prize": 5 }] } }');
  await editor.getByRole('button', { name: 'Apply' }).click();
  await expect(editor.getByRole('alert')).toContainText(
    'cart.lines[0] has no "prize". Did you mean "price"?',
  );
  await expect(sandbox.extension).toContainText('3 lines');
  await json.fill('{ "cart": { "lines": [{ "title": "Tea", "price": 5 }], "note": "Mine" } }');
  await editor.getByRole('button', { name: 'Apply' }).click();
  await expect(sandbox.extension).toContainText('1 lines, 13.43, Mine');
  await expect(editor.getByRole('alert')).toHaveCount(0);
  await editor.getByRole('button', { name: 'Reset' }).click();
  await expect(sandbox.extension).toContainText('3 lines');
  await expect(json).toHaveValue('{}');
});
