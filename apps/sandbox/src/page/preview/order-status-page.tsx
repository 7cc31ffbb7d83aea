import { modalTargetOf } from '../../contract/surfaces.ts';
import { formatAddress } from '../../scene/buyer-and-shop.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Detail } from './mock-elements.tsx';
import { formatDate } from './order-index-page.tsx';
import { OrderSummary } from './order-summary.tsx';

/** The order status page, with the order's actions. */
export function OrderStatusPage({ model }: { model: SandboxModel }) {
  const { buyer, order, shippingAddress } = model.scene.value;
  return (
    <div class="checkout">
      <div class="checkout-form">
        <Slot model={model} name="header" />
        <div inert class="order-title">
          <h2>Order {order.name}</h2>
          <small>Confirmed {formatDate(order.processedAt)}</small>
        </div>
        <MenuItems model={model} />
        <div inert class="order-progress">
          <Icon name="check-circle" />
          <span>
            On its way
            <small>Arrives in 2 to 3 days</small>
          </span>
        </div>
        <Slot model={model} name="fulfillment" />
        <Slot model={model} name="block" />
        <Slot model={model} name="returns" />
        <dl inert class="checkout-step details">
          <Detail label="Contact information">{buyer.email}</Detail>
          <Detail label="Shipping address">{formatAddress(shippingAddress)}</Detail>
          <Detail label="Payment">Visa ending in 4242</Detail>
        </dl>
        <Slot model={model} name="payment-after" />
        <Slot model={model} name="contact" />
      </div>
      <OrderSummary model={model} />
    </div>
  );
}

/**
 * The order's menu. A menu item without a link opens the extension's order action
 * (Shopify, `customer-account.order.action.render`).
 */
function MenuItems({ model }: { model: SandboxModel }) {
  const open = (event: MouseEvent) => {
    const item = event
      .composedPath()
      .find((node) => node instanceof Element && node.localName === 's-button') as
      | (Element & { href?: unknown })
      | undefined;
    const action = modalTargetOf(model.target.value ?? '');
    const isDeclared = model.manifest.value?.targets.some(({ target }) => target === action);
    if (item && !item.href && isDeclared) void model.presentModal();
  };
  return (
    // The buttons inside are the interactive elements.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what they bubble.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button is a click, too.
    <div onClick={open}>
      <Slot model={model} name="actions" />
    </div>
  );
}
