import type { SandboxModel } from '../model/sandbox-model.ts';
import { LogInButton } from './account-frame.tsx';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';
import { Field, Option } from './mock-elements.tsx';

export function CheckoutPage({ model }: { model: SandboxModel }) {
  return (
    <CheckoutFrame model={model}>
      <Contact model={model} />
      <Slot model={model} name="contact" />
      <Slot model={model} name="block" />
      <Slot model={model} name="address-before" />
      <Delivery model={model} />
      <Slot model={model} name="address-after" />
      <Slot model={model} name="shipping-before" />
      <Shipping />
      <Slot model={model} name="shipping-option" />
      <Slot model={model} name="shipping-after" />
      <Slot model={model} name="payment-before" />
      <div inert class="checkout-step">
        <h2>Payment</h2>
        <small class="subdued">All transactions are secure and encrypted.</small>
        <Field label="Card number" value="4242 4242 4242 4242" />
      </div>
      <Slot model={model} name="payment-after" />
      <Slot model={model} name="actions" />
      <div inert class="pay">
        Pay now
      </div>
    </CheckoutFrame>
  );
}

function Contact({ model }: { model: SandboxModel }) {
  const { buyer } = model.scene.value;
  const { customer } = model.url.value;
  return (
    <div class="checkout-step">
      <div class="step-title">
        <h2>Contact</h2>
        <LogInButton model={model} />
      </div>
      {customer ? (
        <div inert class="account">
          <span class="avatar">{buyer.firstName[0]}</span>
          <span>
            {buyer.firstName} {buyer.lastName}
            <small>{buyer.email}</small>
          </span>
        </div>
      ) : (
        <div inert>
          <Field label="Email" value={buyer.email} />
        </div>
      )}
    </div>
  );
}

function Delivery({ model }: { model: SandboxModel }) {
  const address = model.scene.value.shippingAddress;
  return (
    <div inert class="checkout-step far">
      <h2>Delivery</h2>
      <Field label="Country/Region" value={address.countryCode ?? ''} />
      <div class="field-row">
        <Field label="First name" value={address.firstName ?? ''} />
        <Field label="Last name" value={address.lastName ?? ''} />
      </div>
      <Field label="Address" value={address.address1 ?? ''} />
      <div class="field-row">
        <Field label="City" value={address.city ?? ''} />
        <Field label="State" value={address.provinceCode ?? ''} />
        <Field label="ZIP code" value={address.zip ?? ''} />
      </div>
    </div>
  );
}

const Shipping = () => (
  <div inert class="checkout-step far">
    <h2>Shipping method</h2>
    <div class="options">
      <Option title="Standard" note="3 to 4 business days" price="$8.00" selected />
      <Option title="Express" note="1 to 2 business days" price="$16.00" />
    </div>
  </div>
);
