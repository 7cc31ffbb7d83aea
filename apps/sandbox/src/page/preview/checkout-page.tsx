import type { SandboxModel } from '../model/sandbox-model.ts';
import { Contact } from './checkout/contact.tsx';
import { Delivery } from './checkout/delivery.tsx';
import { DeliveryMethod } from './checkout/delivery-method.tsx';
import { ExpressCheckout } from './checkout/express-checkout.tsx';
import { PayButton } from './checkout/pay-button.tsx';
import { Payment } from './checkout/payment.tsx';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';

/** The checkout on one page. */
export function CheckoutPage({ model }: { model: SandboxModel }) {
  return (
    <CheckoutFrame model={model}>
      <ExpressCheckout model={model} />
      <Contact model={model} />
      <Slot model={model} name="contact" />
      <Slot model={model} name="block" />
      <Delivery model={model} />
      <DeliveryMethod model={model} />
      <Payment model={model} />
      <Slot model={model} name="actions" />
      <PayButton model={model} />
    </CheckoutFrame>
  );
}
