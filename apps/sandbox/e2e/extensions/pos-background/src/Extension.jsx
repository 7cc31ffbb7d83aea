/** The background target stores what it hears; the tile shows what is stored, and the cart. */
import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

function Tile() {
  const [heard, hear] = useState();
  const { lineItems } = shopify.cart.current.value;
  useEffect(() => {
    const timer = setInterval(async () => hear(await shopify.storage.get('heard')), 50);
    return () => clearInterval(timer);
  }, []);
  return (
    <s-tile
      heading={`Heard ${heard}`}
      subheading={`${lineItems.length} lines`}
      itemCount={lineItems.length}
    />
  );
}
export default async () => {
  if (shopify.extension.target !== 'pos.app.ready.data') return render(<Tile />, document.body);
  shopify.addEventListener('transactioncomplete', ({ transactionType, grandTotal, lineItems }) =>
    shopify.storage.set('heard', [transactionType, grandTotal.amount, lineItems.length].join(' ')),
  );
  shopify.addEventListener('cashtrackingsessionstart', ({ openingTime }) =>
    shopify.storage.set('heard', `session ${typeof openingTime}`),
  );
};
