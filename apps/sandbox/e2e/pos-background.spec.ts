import { expect, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

/** The background target stores what it hears; the tile shows what is stored, and the cart. */
const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
function Tile() {
  const [heard, hear] = useState();
  const { lineItems } = shopify.cart.current.value;
  useEffect(() => {
    const timer = setInterval(async () => hear(await shopify.storage.get('heard')), 50);
    return () => clearInterval(timer);
  }, []);
  return <s-tile heading={'Heard ' + heard} subheading={lineItems.length + ' lines'} itemCount={lineItems.length} />;
}
export default async () => {
  if (shopify.extension.target !== 'pos.app.ready.data') return render(<Tile />, document.body);
  shopify.addEventListener('transactioncomplete', ({ transactionType, grandTotal, lineItems }) =>
    shopify.storage.set('heard', [transactionType, grandTotal.amount, lineItems.length].join(' ')));
  shopify.addEventListener('cashtrackingsessionstart', ({ openingTime }) =>
    shopify.storage.set('heard', 'session ' + typeof openingTime));
};
`;

let extension: WatchedExtension;
test.beforeAll(async () => {
  extension = await startWatchedExtension(SOURCE, {
    target: 'pos.home.tile.render',
    moreTargets: ['pos.app.ready.data'],
  });
});
test.afterAll(() => extension.stop());

test('the background target runs next to the tile, and hears what happens at the counter', async ({
  sandbox,
  page,
}) => {
  await page.goto(extension.url);
  const tile = sandbox.extension.locator('s-tile');
  await expect(tile).toContainText('3 lines');
  await expect.poll(() => page.workers().length).toBe(2);
  await page.getByLabel('Cart', { exact: true }).getByRole('button', { name: 'Checkout' }).click();
  await expect(tile).toContainText('Heard Sale 159.5 3');
  await expect(tile).toContainText('0 lines');
  await page.getByRole('switch', { name: 'Cash tracking session' }).click();
  await expect(tile).toContainText('Heard session string');
});
