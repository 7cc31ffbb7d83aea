import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import { BUYER, ORDER, SHOP } from '../scene/shop.ts';
import { Place } from './extension-block.tsx';
import { OrderSummary } from './order-summary.tsx';
import { Field } from './scenery.tsx';

export function ThankYouPage({ bench }: { bench: Bench }) {
  return (
    <div class="checkout">
      <div class="checkout-form">
        <div inert class="shop-name">
          {SHOP.name}
        </div>
        <Place bench={bench} name="header" />
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
        <Place bench={bench} name="footer" />
        <Place bench={bench} name="chat" />
      </div>
      <OrderSummary bench={bench} />
    </div>
  );
}
