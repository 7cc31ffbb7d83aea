/** Each screen counts its own starts, and shows the cart, the last scan and what it navigated to. */
import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

let starts = 0;
let scans = 0;
function Modal() {
  const [told, tell] = useState('');
  const { lineItems, grandTotal, customer } = shopify.cart.current.value;
  const { data } = shopify.scanner.scannerData.current.value;
  const { url, getState } = navigation.currentEntry;
  const facts = {
    lines: lineItems.length,
    grandTotal,
    customer: customer?.id,
    data,
    scans,
    url,
    step: getState()?.step,
    starts,
  };
  return (
    <s-page heading="Counter">
      <s-text>
        {JSON.stringify(facts)} {told}
      </s-text>
      <s-button
        onClick={async () => {
          await shopify.cart.addLineItem(4, 2);
          await shopify.cart.applyCartDiscount('Percentage', 'Loyal', '10');
          await shopify.cart.setCustomer({ id: 77 });
        }}
      >
        Write
      </s-button>
      <s-button onClick={() => navigation.navigate('details', { state: { step: 2 } })}>Next</s-button>
      <s-button
        onClick={() =>
          shopify.pinPad.showPinPad(
            (pin) =>
              pin.join('') === '1234'
                ? { result: 'accept' }
                : { result: 'reject', errorMessage: 'Wrong PIN' },
            { title: 'Manager', onDismissed: ({ completed }) => tell(`dismissed ${completed}`) },
          )
        }
      >
        PIN
      </s-button>
      <s-button
        onClick={async () => {
          const { width, type } = await shopify.camera.takePhoto({ maxWidth: 320 });
          tell(`${type} ${width}`);
        }}
      >
        Photo
      </s-button>
      <s-button
        onClick={async () => {
          const failure = await shopify.printing.print('/no-such-document').catch((error) => error.message);
          tell(String(failure));
        }}
      >
        Print
      </s-button>
      <s-unheard-of style={{ maxBlockSize: '60vh' }}>
        <s-text>in an unknown element</s-text>
      </s-unheard-of>
    </s-page>
  );
}
export default async () => {
  starts += 1;
  shopify.scanner.scannerData.current.subscribe(({ data }) => {
    if (data) scans += 1;
  });
  render(<Modal />, document.body);
};
