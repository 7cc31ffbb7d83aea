import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** Reads the order with Shopify's own hook, which only the order status page has. */
const ORDER_HOOK = `import '@shopify/ui-extensions/preact';
import { useCartLines } from '@shopify/ui-extensions/customer-account/preact';
import { render } from 'preact';
function Lines() { return <s-text>{useCartLines().length} lines</s-text>; }
export default async () => { render(<Lines />, document.body); };
`;

const PROFILE = 'customer-account.profile.block.render';
let extension: WatchedExtension;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  extension = await startWatchedExtension(ORDER_HOOK, {
    target: 'customer-account.order-status.block.render',
  });
});
test.afterAll(() => extension.stop());

function withParameters(parameters: Record<string, string>): string {
  const url = new URL(extension.url);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

test('a block that needs the order renders on the order status page, and nowhere else', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  await expect(sandbox.extension).toContainText('3 lines');
  await page.goto(withParameters({ target: PROFILE }));
  // The package misspells this error's name.
  await expect(sandbox.extension.getByRole('alert')).toContainText(
    /ExtensionHasNoField\w*: Cannot access 'lines' on target/,
  );
  await expect(sandbox.extension).not.toContainText('3 lines');
});

test("a fetch to the bundle's own origin fails as in Shopify", async ({ sandbox, page }) => {
  extension.save(`import { render } from 'preact';
export default async () => {
  const error = await fetch(new URL('/api', shopify.extension.scriptUrl)).catch((thrown) => thrown);
  render(<s-text>{error.name}: {error.message}</s-text>, document.body);
};
`);
  await page.goto(withParameters({ network: 'on' }));
  await expect(sandbox.extension).toContainText("Error: Fetches to the iframe's origin are not allowed.");
  await expect(sandbox.extension).not.toContainText('TypeError');
});
