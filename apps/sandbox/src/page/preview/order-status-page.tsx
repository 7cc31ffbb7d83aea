import { BUYER, ORDER, SHOP } from '../../fixtures/shop.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Field } from './mock-elements.tsx';
import { OrderSummary } from './order-summary.tsx';

/** The order status page; targets of other pages of the account are shown in it too. */
export function OrderStatusPage({ model }: { model: SandboxModel }) {
  const { customer } = model.url.value;
  return (
    <div class="account-pages">
      <nav inert class="account-nav">
        <span class="shop-name">{SHOP.name}</span>
        <span>Shop</span>
        <b>Orders</b>
        <span class="account-name">
          {customer ? (
            <>
              <span class="avatar">{BUYER.firstName[0]}</span> {BUYER.firstName} {BUYER.lastName}
            </>
          ) : (
            'Log in'
          )}
        </span>
      </nav>
      <div class="checkout">
        <div class="checkout-form">
          <Slot model={model} name="header" />
          <div inert class="order-title">
            <h2>Order {ORDER.name}</h2>
            <small>
              Confirmed {new Date(ORDER.processedAt).toLocaleDateString('en-US', { dateStyle: 'long' })}
            </small>
          </div>
          <Slot model={model} name="actions" />
          <div inert class="order-progress">
            <Icon name="check-circle" />
            <span>
              On its way
              <small>Arrives in 2 to 3 days</small>
            </span>
          </div>
          <Slot model={model} name="block" />
          <Slot model={model} name="modal" />
          <div inert class="checkout-step">
            <Field label="Contact information" value={BUYER.email} />
            <Field label="Shipping address" value="48 Harbor Street, Portland ME 04101" />
            <Field label="Payment" value="Visa ending in 4242" />
          </div>
          <Slot model={model} name="payment-after" />
          <Slot model={model} name="contact" />
          <Slot model={model} name="footer" />
        </div>
        <OrderSummary model={model} />
      </div>
    </div>
  );
}
