import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import { BUYER, SHOP } from '../model/scene.ts';
import { ExtensionBlock } from './extension-block.tsx';
import { OrderSummary } from './order-summary.tsx';

/** A checkout as buyers know it. All but the block is scenery, and out of the way of keyboard and screen reader. */
export function CheckoutPage({ bench }: { bench: Bench }) {
  const { customer } = bench.url.value;
  return (
    <section class="stage" aria-label="Checkout">
      <div class="browser">
        <div class="browser-bar" aria-hidden="true">
          <i />
          <i />
          <i />
          <span class="address">
            <Icon name="lock" />
            {SHOP.myshopifyDomain}
            <span>/checkouts/cn/sandbox</span>
          </span>
        </div>
        <div class="checkout">
          <div class="checkout-form">
            <div inert class="shop-name">
              {SHOP.name}
            </div>
            <div inert class="checkout-step">
              <div class="step-title">
                <h2>Contact</h2>
                <span>{customer ? 'Log out' : 'Log in'}</span>
              </div>
              {customer ? (
                <div class="account">
                  <span class="avatar">{BUYER.firstName[0]}</span>
                  <span>
                    {BUYER.firstName} {BUYER.lastName}
                    <small>{BUYER.email}</small>
                  </span>
                </div>
              ) : (
                <Field label="Email" value={BUYER.email} />
              )}
            </div>
            <ExtensionBlock bench={bench} />
            <Scenery />
          </div>
          <OrderSummary />
        </div>
      </div>
    </section>
  );
}

function Scenery() {
  return (
    <>
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
      <div inert class="checkout-step far">
        <h2>Shipping method</h2>
        <div class="options">
          <Option title="Standard" note="3 to 4 business days" price="$8.00" selected />
          <Option title="Express" note="1 to 2 business days" price="$16.00" />
        </div>
      </div>
      <div inert class="checkout-step">
        <h2>Payment</h2>
        <small class="subdued">All transactions are secure and encrypted.</small>
        <Field label="Card number" value="4242 4242 4242 4242" />
        <div class="pay">Pay now</div>
      </div>
    </>
  );
}

function Field({ label, value }: { label: string; value: string }) {
  return (
    <div class="filled">
      <small>{label}</small>
      {value}
    </div>
  );
}

function Option(props: { title: string; note: string; price: string; selected?: boolean }) {
  return (
    <div class={props.selected ? 'option selected' : 'option'}>
      <i />
      <span>
        {props.title}
        <small>{props.note}</small>
      </span>
      <b>{props.price}</b>
    </div>
  );
}
