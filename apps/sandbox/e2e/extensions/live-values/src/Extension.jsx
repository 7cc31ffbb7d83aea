import '@shopify/ui-extensions/preact';
import { render } from 'preact';

let starts = 0;
function Facts() {
  const { greeting, points, shown } = shopify.settings.value;
  const customer = shopify.buyerIdentity.customer.value?.id ?? 'nobody';
  return (
    <s-text>
      {JSON.stringify({
        greeting,
        points,
        shown,
        customer,
        beans: shopify.lines.value[0].quantity,
        total: shopify.cost.totalAmount.value.amount,
        starts,
      })}
    </s-text>
  );
}
export default async () => {
  starts += 1;
  render(<Facts />, document.body);
};
