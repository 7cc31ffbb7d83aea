import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import { BUYER, ORDER, SHOP } from '../scene/shop.ts';
import { Place } from './extension-block.tsx';
import { OrderSummary } from './order-summary.tsx';
import { Field } from './scenery.tsx';

/** The order status page; targets of other pages of the account are shown in it too. */
export function OrderStatusPage({ bench }: { bench: Bench }) {
  const { customer } = bench.url.value;
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
          <Place bench={bench} name="header" />
          <div inert class="order-title">
            <h2>Order {ORDER.name}</h2>
            <small>
              Confirmed {new Date(ORDER.processedAt).toLocaleDateString('en-US', { dateStyle: 'long' })}
            </small>
          </div>
          <Place bench={bench} name="actions" />
          <div inert class="order-progress">
            <Icon name="check-circle" />
            <span>
              On its way
              <small>Arrives in 2 to 3 days</small>
            </span>
          </div>
          <Place bench={bench} name="block" />
          <Place bench={bench} name="modal" />
          <div inert class="checkout-step">
            <Field label="Contact information" value={BUYER.email} />
            <Field label="Shipping address" value="48 Harbor Street, Portland ME 04101" />
            <Field label="Payment" value="Visa ending in 4242" />
          </div>
          <Place bench={bench} name="payment-after" />
          <Place bench={bench} name="contact" />
          <Place bench={bench} name="footer" />
        </div>
        <OrderSummary bench={bench} />
      </div>
    </div>
  );
}
