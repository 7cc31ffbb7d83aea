import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** A block on the profile, and a full page with several paths. */
const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
const isPage = shopify.extension.target === 'customer-account.page.render';
let changes = 0;
let ended = 'no intent';
async function replaceCard() {
  const activity = await shopify.intents.invoke(
    'open:shopify/SubscriptionContract,gid://shopify/SubscriptionContract/7?field=paymentMethod',
  );
  ended = (await activity.complete).code;
  draw();
}
function Page() {
  const { url, getState } = navigation.currentEntry;
  return (
    <s-stack>
      <s-text>{new URL(url).pathname} {JSON.stringify(getState())} {changes} changes</s-text>
      <s-button onClick={() => navigation.navigate('extension:/done')}>Finish</s-button>
    </s-stack>
  );
}
function Block() {
  return (
    <s-stack>
      <s-text>Block, {ended}</s-text>
      <s-button onClick={() => navigation.navigate('extension://watched/settings', { state: { step: 1 }, history: 'auto' })}>Settings</s-button>
      <s-link href="https://example.com/help">Help</s-link>
      <s-link href="extension:/settings">Link</s-link>
      <s-button onClick={() => navigation.navigate('extension:nobody/')}>Nobody</s-button>
      <s-button onClick={replaceCard}>Card</s-button>
    </s-stack>
  );
}
const draw = () => render(isPage ? <Page /> : <Block />, document.body);
export default async () => {
  draw();
  navigation.addEventListener('currententrychange', () => { changes += 1; draw(); });
};
`;

let extension: WatchedExtension;
test.beforeAll(async () => {
  extension = await startWatchedExtension(SOURCE, { target: 'customer-account.page.render' });
});
test.afterAll(() => extension.stop());

function profileUrl(): string {
  const url = new URL(extension.url);
  url.searchParams.set('target', 'customer-account.profile.block.render');
  return url.href;
}

test('an extension navigates to its full page, within it, and back', async ({ sandbox, page }) => {
  await page.goto(profileUrl());
  await sandbox.extension.getByRole('button', { name: 'Settings' }).click();
  await expect(sandbox.extension).toContainText('/settings {"step":1} 0 changes');
  expect(new URL(page.url()).searchParams.get('path')).toBe('/settings');
  await sandbox.extension.getByRole('button', { name: 'Finish' }).click();
  await expect(sandbox.extension).toContainText('/done 1 changes');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(sandbox.extension).toContainText('/settings {"step":1} 2 changes');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(sandbox.extension).toContainText('Block');
  await expect(page.getByRole('button', { name: 'Back' })).toBeHidden();
});

test('a link leads to the full page', async ({ sandbox, page }) => {
  await page.goto(profileUrl());
  await sandbox.extension.getByRole('link', { name: 'Link' }).click();
  await expect(sandbox.extension).toContainText('/settings 0 changes');
});

test('the page says where a link leads that it cannot follow', async ({ sandbox, page }) => {
  await page.goto(profileUrl());
  await sandbox.extension.getByRole('link', { name: 'Help' }).click();
  await expect(page.getByText('Shopify would open https://example.com/help')).toBeVisible();
  await sandbox.extension.getByRole('button', { name: 'Nobody' }).click();
  await expect(sandbox.extension.getByRole('alert')).toContainText(
    'no extension here has the handle "nobody"',
  );
});

test('an intent completes as the customer ends it', async ({ sandbox, page }) => {
  await page.goto(profileUrl());
  for (const [button, code] of [
    ['Save the new card', 'ok'],
    ['Close', 'closed'],
    ['Fail', 'error'],
  ] as const) {
    await sandbox.extension.getByRole('button', { name: 'Card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace the payment method' });
    await expect(dialog).toContainText('gid://shopify/SubscriptionContract/7');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(sandbox.extension).toContainText(`Block, ${code}`);
  }
});
