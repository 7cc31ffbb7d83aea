import { BUYER, ORDER } from '../../fixtures/shop.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';
import { Field } from './mock-elements.tsx';

export function ThankYouPage({ model }: { model: SandboxModel }) {
  return (
    <CheckoutFrame model={model}>
      <div inert class="account confirmation">
        <Icon name="check-circle" />
        <span>
          <small>Confirmation #{ORDER.confirmationNumber}</small>
          Thank you, {BUYER.firstName}!
        </span>
      </div>
      <Slot model={model} name="block" />
      <div inert class="checkout-step">
        <h2>Order details</h2>
        <Field label="Contact information" value={BUYER.email} />
        <Field label="Shipping address" value="48 Harbor Street, Portland ME 04101" />
        <Field label="Shipping method" value="Standard, 3 to 4 business days" />
      </div>
      <Slot model={model} name="contact" />
      <div inert class="pay">
        Continue shopping
      </div>
    </CheckoutFrame>
  );
}
