import { formatAddress } from '../../scene/buyer-and-shop.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { AccountFrame } from './account-page.tsx';
import { Slot } from './extension-block.tsx';
import { Field } from './mock-elements.tsx';
import { OrderSummary } from './order-summary.tsx';

/** The order status page, with the order's actions. */
export function OrderStatusPage({ model }: { model: SandboxModel }) {
  const { buyer, order, shippingAddress } = model.scene.value;
  return (
    <AccountFrame model={model}>
      <div class="checkout">
        <div class="checkout-form">
          <Slot model={model} name="header" />
          <div inert class="order-title">
            <h2>Order {order.name}</h2>
            <small>
              Confirmed {new Date(order.processedAt).toLocaleDateString('en-US', { dateStyle: 'long' })}
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
            <Field label="Contact information" value={buyer.email} />
            <Field label="Shipping address" value={formatAddress(shippingAddress)} />
            <Field label="Payment" value="Visa ending in 4242" />
          </div>
          <Slot model={model} name="payment-after" />
          <Slot model={model} name="contact" />
          <Slot model={model} name="footer" />
        </div>
        <OrderSummary model={model} />
      </div>
    </AccountFrame>
  );
}
