import type { SandboxModel } from '../model/sandbox-model.ts';
import { Contact } from './checkout/contact.tsx';
import { DeliveryAddress } from './checkout/delivery-address.tsx';
import { DeliveryMethod } from './checkout/delivery-method.tsx';
import { PayButton } from './checkout/pay-button.tsx';
import { Payment } from './checkout/payment.tsx';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';

export function CheckoutPage({ model }: { model: SandboxModel }) {
  return (
    <CheckoutFrame model={model}>
      <Contact model={model} />
      <Slot model={model} name="contact" />
      <Slot model={model} name="block" />
      <Slot model={model} name="address-before" />
      <DeliveryAddress model={model} />
      <Slot model={model} name="address-after" />
      <Slot model={model} name="shipping-before" />
      <DeliveryMethod model={model} />
      <Slot model={model} name="shipping-after" />
      <Slot model={model} name="payment-before" />
      <Payment model={model} />
      <Slot model={model} name="payment-after" />
      <Slot model={model} name="actions" />
      <PayButton model={model} />
    </CheckoutFrame>
  );
}
