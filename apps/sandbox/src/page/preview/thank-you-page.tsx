import { formatAddress } from '../../scene/buyer-and-shop.ts';
import { selectedOption } from '../../scene/delivery.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';
import { Field } from './mock-elements.tsx';

export function ThankYouPage({ model }: { model: SandboxModel }) {
  const { buyer, delivery, order, shippingAddress } = model.scene.value;
  return (
    <CheckoutFrame model={model}>
      <div inert class="account confirmation">
        <Icon name="check-circle" />
        <span>
          <small>Confirmation #{order.confirmationNumber}</small>
          Thank you, {buyer.firstName}!
        </span>
      </div>
      <Slot model={model} name="block" />
      <div inert class="checkout-step">
        <h2>Order details</h2>
        <Field label="Contact information" value={buyer.email} />
        <Field label="Shipping address" value={formatAddress(shippingAddress)} />
        <Field label="Shipping method" value={selectedOption(delivery)?.title ?? ''} />
      </div>
      <Slot model={model} name="contact" />
      <div inert class="pay">
        Continue shopping
      </div>
    </CheckoutFrame>
  );
}
