import type { ComponentChildren } from 'preact';
import { DEFAULT_CUSTOMER, formatAddress } from '../../scene/buyer-and-shop.ts';
import { costOf } from '../../scene/cart.ts';
import { formatMoney } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Field, Option } from './mock-elements.tsx';

/** The frame of every page of the customer account. "Log in" and "Log out" switch the buyer. */
export function AccountFrame({ model, children }: { model: SandboxModel; children: ComponentChildren }) {
  const { customer } = model.url.value;
  const { shop, buyer } = model.scene.value;
  const section = model.target.value?.includes('.profile.') ? 'Profile' : 'Orders';
  return (
    <div class="account-pages">
      <nav class="account-nav" aria-label={shop.name}>
        <span inert class="shop-name">
          {shop.name}
        </span>
        <span inert>Shop</span>
        <b inert>{section}</b>
        <span class="account-name">
          {customer && (
            <>
              <span class="avatar">{buyer.firstName[0]}</span> {buyer.firstName} {buyer.lastName}
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
          <Profile model={model} />
        )}
        <Slot model={model} name="block" />
        <Slot model={model} name="footer" />
      </div>
    </AccountFrame>
  );
}

function Orders({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  return (
    <div inert class="checkout-step">
      <h2>Orders</h2>
      <div class="options">
        <Option
          title={`Order ${scene.order.name}`}
          note="On its way"
          price={formatMoney(scene, costOf(scene.cart).total)}
        />
      </div>
    </div>
  );
}

function Profile({ model }: { model: SandboxModel }) {
  const { buyer, shippingAddress } = model.scene.value;
  return (
    <div inert class="checkout-step">
      <h2>Profile</h2>
      <Field label="Name" value={`${buyer.firstName} ${buyer.lastName}`} />
      <Field label="Email" value={buyer.email} />
      <Field label="Default address" value={formatAddress(shippingAddress)} />
    </div>
  );
}
