import { modalTargetOf } from '../../contract/surfaces.ts';
import { selectedOption } from '../../scene/delivery.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { OrderDetails } from './order-details.tsx';
import { pageLanguage } from './page-language.ts';
import { OrderSummary } from './summary/order-summary.tsx';

/** The order status page, with the order's actions. */
export function OrderStatusPage({ model }: { model: SandboxModel }) {
  const { words, date } = pageLanguage(model);
  const { order } = model.scene.value;
  return (
    <div class="checkout order">
      <div class="checkout-form">
        <Slot model={model} name="header" />
        <div class="order-title">
          <div inert>
            <h2>{words.order(order.name)}</h2>
            <small>{words.confirmedOn(date(order.processedAt))}</small>
          </div>
          <span inert class="account-button">
            {words.buyAgain}
          </span>
        </div>
        <MenuItems model={model} />
        <div class="box">
          <Progress model={model} />
          <Slot model={model} name="fulfillment" />
        </div>
        <Slot model={model} name="block" />
        <Slot model={model} name="returns" />
        <div class="box">
          <h3 inert>{words.orderDetails}</h3>
          <OrderDetails model={model} />
          <Slot model={model} name="payment-after" />
          <Slot model={model} name="contact" />
        </div>
      </div>
      <OrderSummary model={model} />
    </div>
  );
}

function Progress({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { order, delivery } = model.scene.value;
  const days = selectedOption(delivery)?.days;
  return (
    <div inert class="order-progress">
      <Icon name={order.status === 'onItsWay' ? 'truck' : 'check-circle'} />
      <span>
        {words.status[order.status]}
        {days && order.status !== 'delivered' && <small>{words.businessDays(days.min, days.max)}</small>}
      </span>
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
    <div class="order-actions" onClick={open}>
      <Slot model={model} name="actions" />
    </div>
  );
}
