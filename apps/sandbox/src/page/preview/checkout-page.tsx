import { BUYER } from '../../fixtures/shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { LogInButton } from './account-page.tsx';
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
      <Delivery />
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
  const { customer } = model.url.value;
  return (
    <div class="checkout-step">
      <div class="step-title">
        <h2>Contact</h2>
        <LogInButton model={model} />
      </div>
      {customer ? (
        <div inert class="account">
          <span class="avatar">{BUYER.firstName[0]}</span>
          <span>
            {BUYER.firstName} {BUYER.lastName}
            <small>{BUYER.email}</small>
          </span>
        </div>
      ) : (
        <div inert>
          <Field label="Email" value={BUYER.email} />
        </div>
      )}
    </div>
  );
}

const Delivery = () => (
  <div inert class="checkout-step far">
    <h2>Delivery</h2>
    <Field label="Country/Region" value="United States" />
    <div class="field-row">
      <Field label="First name" value={BUYER.firstName} />
      <Field label="Last name" value={BUYER.lastName} />
    </div>
    <Field label="Address" value="48 Harbor Street" />
    <div class="field-row">
      <Field label="City" value="Portland" />
      <Field label="State" value="Maine" />
      <Field label="ZIP code" value="04101" />
    </div>
  </div>
);

const Shipping = () => (
  <div inert class="checkout-step far">
    <h2>Shipping method</h2>
    <div class="options">
      <Option title="Standard" note="3 to 4 business days" price="$8.00" selected />
      <Option title="Express" note="1 to 2 business days" price="$16.00" />
    </div>
  </div>
);
