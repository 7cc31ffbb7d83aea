import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** Each screen counts its own starts, and shows the cart, the last scan and what it navigated to. */
const MODAL = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';
let starts = 0;
let scans = 0;
function Modal() {
  const [told, tell] = useState('');
  const { lineItems, grandTotal, customer } = shopify.cart.current.value;
  const { data } = shopify.scanner.scannerData.current.value;
  const { url, getState } = navigation.currentEntry;
  const facts = { lines: lineItems.length, grandTotal, customer: customer?.id, data, scans, url, step: getState()?.step, starts };
  return (
    <s-page heading="Counter">
      <s-text>{JSON.stringify(facts)} {told}</s-text>
      <s-button onClick={async () => {
        await shopify.cart.addLineItem(4, 2);
        await shopify.cart.applyCartDiscount('Percentage', 'Loyal', '10');
        await shopify.cart.setCustomer({ id: 77 });
      }}>Write</s-button>
      <s-button onClick={() => navigation.navigate('details', { state: { step: 2 } })}>Next</s-button>
      <s-button onClick={() => shopify.pinPad.showPinPad(
        (pin) => pin.join('') === '1234' ? { result: 'accept' } : { result: 'reject', errorMessage: 'Wrong PIN' },
        { title: 'Manager', onDismissed: ({ completed }) => tell('dismissed ' + completed) },
      )}>PIN</s-button>
      <s-button onClick={async () => {
        const { width, type } = await shopify.camera.takePhoto({ maxWidth: 320 });
        tell(type + ' ' + width);
      }}>Photo</s-button>
      <s-button onClick={async () => {
        const failure = await shopify.printing.print('/no-such-document').catch((error) => error.message);
        tell(String(failure));
      }}>Print</s-button>
      <s-unheard-of style={{ maxBlockSize: '60vh' }}><s-text>in an unknown element</s-text></s-unheard-of>
    </s-page>
  );
}
export default async () => {
  starts += 1;
  shopify.scanner.scannerData.current.subscribe(({ data }) => { if (data) scans += 1; });
  render(<Modal />, document.body);
};
`;

let extension: WatchedExtension;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  extension = await startWatchedExtension(MODAL, { target: 'pos.home.modal.render' });
});
test.afterAll(() => extension.stop());

test.beforeEach(async ({ page }) => {
  await page.goto(extension.url);
});

test('an unknown element with a style keeps its children', async ({ sandbox }) => {
  await expect(sandbox.extension).toContainText('in an unknown element');
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

test('writes to the cart reach the signals, the page and the URL', async ({ sandbox, page }) => {
  await expect(sandbox.extension).toContainText('"lines":3,"grandTotal":"159.50"');
  await sandbox.extension.getByRole('button', { name: 'Write' }).click();
  await expect(sandbox.extension).toContainText('"lines":4,"grandTotal":"180.65","customer":77');
  await expect(page).toHaveURL(/customer=77/);
  const cart = page.getByLabel('Cart', { exact: true });
  await expect(cart).toContainText('2 × Night Shift Decaf');
  await expect(cart).toContainText('Loyal (10 % off)');
  await expect(cart).toContainText('Checkout $180.65');
});

test('a scan reaches the running extension, and the same code again is a second scan', async ({
  sandbox,
  page,
}) => {
  const scan = page.getByRole('form', { name: 'Scan' });
  await scan.getByLabel('Code').fill('4006381333931');
  await scan.getByRole('button', { name: 'Scan' }).click();
  await expect(sandbox.extension).toContainText('"data":"4006381333931","scans":1');
  await scan.getByRole('button', { name: 'Scan' }).click();
  await expect(sandbox.extension).toContainText('"data":"4006381333931","scans":2');
});

test('each screen of the modal runs in a separate worker, and Back shows the first one', async ({
  sandbox,
  page,
}) => {
  await expect.poll(() => page.workers().length).toBe(1);
  await sandbox.extension.getByRole('button', { name: 'Next' }).click();
  await expect(sandbox.extension).toContainText('"url":"details","step":2,"starts":1');
  await expect.poll(() => page.workers().length).toBe(2);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(sandbox.extension).toContainText('"url":null,"starts":1');
  await expect.poll(() => page.workers().length).toBe(1);
});

test('the PIN pad asks the extension, which rejects and accepts', async ({ sandbox, page }) => {
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

test('a photo is drawn and shown; a document that cannot be fetched is not printed', async ({
  sandbox,
  page,
}) => {
  await sandbox.extension.getByRole('button', { name: 'Photo' }).click();
  await expect(sandbox.extension).toContainText('image/jpeg 320');
  const photo = page.getByRole('dialog', { name: 'Photo' });
  await expect(photo.getByRole('img')).toBeVisible();
  await photo.getByRole('button', { name: 'Close' }).click();
  await sandbox.extension.getByRole('button', { name: 'Print' }).click();
  await expect(sandbox.extension).toContainText('The document could not be fetched');
  await expect(page.getByRole('dialog', { name: 'Print' })).toHaveCount(0);
});
