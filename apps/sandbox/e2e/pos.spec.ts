import { expect, test } from './sandbox-page.ts';

test.beforeEach(async ({ sandbox }) => {
  await sandbox.open('?extension=pos-counter');
});

test('screens, cart, scanner, PIN pad, camera and printer work with a running extension', async ({
  sandbox,
  page,
}) => {
  await test.step('an unknown element with a style keeps its children', async () => {
    await expect(sandbox.extension).toContainText('in an unknown element');
  });
  await test.step('each screen runs in a separate worker, and Back shows the first one', async () => {
    await expect.poll(() => page.workers().length).toBe(1);
    await sandbox.extension.getByRole('button', { name: 'Next' }).click();
    await expect(sandbox.extension).toContainText('"url":"details","step":2,"starts":1');
    await expect.poll(() => page.workers().length).toBe(2);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(sandbox.extension).toContainText('"url":null,"starts":1');
    await expect.poll(() => page.workers().length).toBe(1);
  });
  await test.step('writes to the cart reach the signals, the page and the URL', async () => {
    await expect(sandbox.extension).toContainText('"lines":3,"grandTotal":"159.50"');
    await sandbox.extension.getByRole('button', { name: 'Write' }).click();
    await expect(sandbox.extension).toContainText('"lines":4,"grandTotal":"180.65","customer":77');
    await expect(page).toHaveURL(/customer=77/);
    const cart = page.getByLabel('Cart', { exact: true });
    await expect(cart).toContainText('2 × Night Shift Decaf');
    await expect(cart).toContainText('Loyal (10 % off)');
    await expect(cart).toContainText('Checkout $180.65');
  });
  await test.step('the same code scanned again is a second scan', async () => {
    const scan = page.getByRole('form', { name: 'Scan' });
    await scan.getByLabel('Code').fill('4006381333931');
    await scan.getByRole('button', { name: 'Scan' }).click();
    await expect(sandbox.extension).toContainText('"data":"4006381333931","scans":1');
    await scan.getByRole('button', { name: 'Scan' }).click();
    await expect(sandbox.extension).toContainText('"data":"4006381333931","scans":2');
  });
  await test.step('the PIN pad asks the extension, which rejects and accepts', async () => {
    await sandbox.extension.getByRole('button', { name: 'PIN' }).click();
    const pad = page.getByRole('dialog', { name: 'Manager' });
    const enter = async (digits: string) => {
      for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
      await pad.getByRole('button', { name: 'Submit' }).click();
    };
    await enter('1111');
    await expect(pad.getByRole('alert')).toHaveText('Wrong PIN');
    await enter('1234');
    await expect(pad).toBeHidden();
    await expect(sandbox.extension).toContainText('dismissed true');
  });
  await test.step('a photo is rendered and shown; a document that cannot be fetched is not printed', async () => {
    await sandbox.extension.getByRole('button', { name: 'Photo' }).click();
    await expect(sandbox.extension).toContainText('image/jpeg 320');
    const photo = page.getByRole('dialog', { name: 'Photo' });
    await expect(photo.getByRole('img')).toBeVisible();
    await photo.getByRole('button', { name: 'Close' }).click();
    await sandbox.extension.getByRole('button', { name: 'Print' }).click();
    await expect(sandbox.extension).toContainText('The document could not be fetched');
    await expect(page.getByRole('dialog', { name: 'Print' })).toHaveCount(0);
  });
});

test('every screen of POS shows its facts around the extension', async ({ sandbox, page }) => {
  const screens = {
    'pos.product-details.block.render': 'Morning Round Trip',
    'pos.customer-details.block.render': 'robin@example.com',
    'pos.order-details.action.menu-item.render': '#1001',
    'pos.draft-order-details.block.render': '#D1',
    'pos.cart.line-item-details.action.menu-item.render': 'Quantity',
    'pos.purchase.post.block.render': 'Sale completed',
    'pos.register-details.block.render': 'Cash drawer',
    'pos.receipt-header.block.render': 'Subtotal',
  };
  for (const [target, fact] of Object.entries(screens)) {
    await test.step(target, async () => {
      await page.getByRole('combobox', { name: 'Target' }).selectOption(target);
      await expect(page.locator('.pos')).toContainText(fact);
      await expect(sandbox.extension).toBeVisible();
    });
  }
});
