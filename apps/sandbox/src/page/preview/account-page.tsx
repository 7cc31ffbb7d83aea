import type { ComponentChildren } from 'preact';
import { cartOf } from '../../fixtures/cart.ts';
import { BUYER, DEFAULT_CUSTOMER, dollars, ORDER, SHOP } from '../../fixtures/shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Field, Option } from './mock-elements.tsx';

/** The frame of every page of the customer account. "Log in" and "Log out" switch the buyer. */
export function AccountFrame({ model, children }: { model: SandboxModel; children: ComponentChildren }) {
  const { customer } = model.url.value;
  const section = model.target.value?.includes('.profile.') ? 'Profile' : 'Orders';
  return (
    <div class="account-pages">
      <nav class="account-nav" aria-label={SHOP.name}>
        <span inert class="shop-name">
          {SHOP.name}
        </span>
        <span inert>Shop</span>
        <b inert>{section}</b>
        <span class="account-name">
          {customer && (
            <>
              <span class="avatar">{BUYER.firstName[0]}</span> {BUYER.firstName} {BUYER.lastName}
            </>
          )}
          <LogInButton model={model} />
        </span>
      </nav>
      {children}
    </div>
  );
}

/** Switches between the guest and a customer, as the buyer's own login would. */
export function LogInButton({ model }: { model: SandboxModel }) {
  const { customer } = model.url.value;
  return (
    <button
      type="button"
      class="text-button"
      onClick={() => model.change({ customer: customer ? undefined : DEFAULT_CUSTOMER })}
    >
      {customer ? 'Log out' : 'Log in'}
    </button>
  );
}

/** Profile, order list and full pages, which show no single order. */
export function AccountPage({ model }: { model: SandboxModel }) {
  const target = model.target.value ?? '';
  return (
    <AccountFrame model={model}>
      <div class="account-page">
        <Slot model={model} name="header" />
        {target === 'customer-account.page.render' ? null : target.includes('.order-index.') ? (
          <Orders model={model} />
        ) : (
          <Profile />
        )}
        <Slot model={model} name="block" />
        <Slot model={model} name="footer" />
      </div>
    </AccountFrame>
  );
}

function Orders({ model }: { model: SandboxModel }) {
  return (
    <div inert class="checkout-step">
      <h2>Orders</h2>
      <div class="options">
        <Option
          title={`Order ${ORDER.name}`}
          note="On its way"
          price={dollars(cartOf(model.url.value).cost.total)}
        />
      </div>
    </div>
  );
}

const Profile = () => (
  <div inert class="checkout-step">
    <h2>Profile</h2>
    <Field label="Name" value={`${BUYER.firstName} ${BUYER.lastName}`} />
    <Field label="Email" value={BUYER.email} />
    <Field label="Default address" value="48 Harbor Street, Portland ME 04101" />
  </div>
);
