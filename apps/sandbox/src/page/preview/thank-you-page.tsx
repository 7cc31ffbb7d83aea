import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { CheckoutFrame } from './checkout-frame.tsx';
import { Slot } from './extension-block.tsx';
import { OrderDetails } from './order-details.tsx';
import { pageLanguage } from './page-language.ts';

export function ThankYouPage({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { buyer, order } = model.scene.value;
  return (
    <CheckoutFrame model={model}>
      <div inert class="confirmation">
        <Icon name="check-circle" />
        <span>
          <small>{words.confirmation(order.confirmationNumber)}</small>
          <h2>{words.thankYou(buyer.firstName)}</h2>
        </span>
      </div>
      <div inert class="box">
        <h3>{words.orderConfirmed}</h3>
        <p>{words.confirmationEmail}</p>
      </div>
      <Slot model={model} name="block" />
      <div class="box">
        <h3 inert>{words.orderDetails}</h3>
        <OrderDetails model={model} />
        <Slot model={model} name="contact" />
      </div>
      <div inert class="thank-you-actions">
        <span>{words.needHelp}</span>
        <span class="pay">{words.continueShopping}</span>
      </div>
    </CheckoutFrame>
  );
}
