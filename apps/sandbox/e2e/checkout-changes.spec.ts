import { expect, test } from './sandbox-page.ts';

test("changes reach the extension's signals and the page, totals included", async ({ sandbox, page }) => {
  await sandbox.open('?extension=checkout-changes');
  await expect(sandbox.extension).toContainText('3 lines, 167.5, no note');
  const press = (name: string) => sandbox.extension.getByRole('button', { name }).click();
  for (const name of ['Add', 'Code', 'Card', 'Note', 'Move', 'Wrong']) await press(name);
  await expect(sandbox.extension).toContainText('4 lines, 166.19, Ring twice');
  const checkout = page.getByRole('region', { name: 'Checkout' });
  for (const text of ['Paper filters', 'Discount SAVE', '-$16.20', 'Gift card •••• 1234', '$141.19']) {
    await expect(checkout).toContainText(text);
  }
  await expect(page.getByLabel('City')).toHaveValue('Bangor');
  await expect(checkout).toContainText('Ring twice');
  const calls = page.getByRole('region', { name: 'Changes by the extension' });
  await expect(calls.getByRole('listitem')).toHaveCount(6);
  await expect(calls).toContainText('note must be string');
});

test("the buyer's codes, address and payment change the checkout as an extension does", async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?extension=checkout-changes');
  await expect(sandbox.extension).toContainText('3 lines, 167.5, no note');
  const code = page.getByLabel('Discount code');
  await code.fill('fiveoff');
  await code.press('Enter');
  await expect(sandbox.extension).toContainText('3 lines, 162.07');
  await expect(code).toHaveValue('');
  await page.getByRole('button', { name: 'Remove FIVEOFF' }).click();
  await expect(sandbox.extension).toContainText('3 lines, 167.5');

  await page.getByLabel('City').fill('Augusta');
  await page.getByLabel('City').press('Enter');
  await page.getByRole('radio', { name: 'Pickup in store' }).check();
  await expect(sandbox.extension).toContainText('3 lines, 159.5');
  await expect(page.getByLabel('City')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Ship', exact: true }).check();
  await expect(page.getByLabel('City')).toHaveValue('Augusta');

  await page.getByRole('radio', { name: 'Harbor Pay' }).check();
  await expect(page.getByText('You will be redirected to Harbor Pay')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pay with Harbor Pay' })).toBeEnabled();
});

test('what an interceptor blocks is shown at the field and above the button, until it allows', async ({
  sandbox,
  page,
}) => {
  await sandbox.open('?extension=checkout-changes');
  await expect(sandbox.extension).toContainText('no note');
  const pay = page.getByRole('button', { name: 'Pay now' });
  await pay.click();
  const checkout = page.getByRole('region', { name: 'Checkout' });
  await expect(checkout.getByRole('alert').filter({ hasText: 'blocks progress' })).toContainText(
    'Leave a note',
  );
  await expect(page.getByLabel('City')).toHaveAccessibleDescription('Not there');
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
  await sandbox.open('?extension=checkout-changes');
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
