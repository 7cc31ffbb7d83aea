import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import { BUYER, ORDER } from '../scene/shop.ts';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Place } from './extension-block.tsx';
import { Field } from './scenery.tsx';

export function ThankYouPage({ bench }: { bench: Bench }) {
  return (
    <CheckoutFrame bench={bench}>
      <div inert class="account confirmation">
        <Icon name="check-circle" />
        <span>
          <small>Confirmation #{ORDER.confirmationNumber}</small>
          Thank you, {BUYER.firstName}!
        </span>
      </div>
      <Place bench={bench} name="block" />
      <div inert class="checkout-step">
        <h2>Order details</h2>
        <Field label="Contact information" value={BUYER.email} />
        <Field label="Shipping address" value="48 Harbor Street, Portland ME 04101" />
        <Field label="Shipping method" value="Standard, 3 to 4 business days" />
      </div>
      <Place bench={bench} name="contact" />
      <div inert class="pay">
        Continue shopping
      </div>
    </CheckoutFrame>
  );
}
