/** Buttons that change the checkout, and an interceptor that wants a note. */
import '@shopify/ui-extensions/preact';
import { render } from 'preact';

const CHANGES = {
  Add: () =>
    shopify.applyCartLinesChange({
      type: 'addCartLine',
      merchandiseId: 'gid://shopify/ProductVariant/5',
      quantity: 2,
    }),
  Code: () => shopify.applyDiscountCodeChange({ type: 'addDiscountCode', code: 'SAVE' }),
  Card: () => shopify.applyGiftCardChange({ type: 'addGiftCard', code: 'GIFT1234' }),
  Note: () => shopify.applyNoteChange({ type: 'updateNote', note: 'Ring twice' }),
  Move: () =>
    shopify.applyShippingAddressChange({ type: 'updateShippingAddress', address: { city: 'Bangor' } }),
  Wrong: () => shopify.applyNoteChange({ type: 'updateNote', note: 5 }),
};

export default async () => {
  await shopify.buyerJourney.intercept(({ canBlockProgress }) =>
    canBlockProgress && !shopify.note.value
      ? {
          behavior: 'block',
          reason: 'note',
          errors: [
            { message: 'Leave a note' },
            { message: 'Not there', target: '$.cart.deliveryGroups[0].deliveryAddress.city' },
          ],
        }
      : { behavior: 'allow' },
  );
  render(<View />, document.body);
};

function View() {
  return (
    <s-stack>
      {Object.entries(CHANGES).map(([name, apply]) => (
        <s-button onClick={apply}>{name}</s-button>
      ))}
      <s-text>
        {shopify.lines.value.length} lines, {shopify.cost.totalAmount.value.amount},{' '}
        {shopify.note.value ?? 'no note'}
      </s-text>
    </s-stack>
  );
}
