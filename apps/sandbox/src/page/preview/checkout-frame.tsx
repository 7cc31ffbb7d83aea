import type { ComponentChildren } from 'preact';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { MockMark } from './mock-mark.tsx';
import { pageLanguage } from './page-language.ts';
import { OrderSummary } from './summary/order-summary.tsx';

interface CheckoutFrameProps {
  model: SandboxModel;
  children: ComponentChildren;
}

/** The frame shared by checkout and the thank-you page: the shop's name, the order summary, and the policies. */
export const CheckoutFrame = ({ model, children }: CheckoutFrameProps) => (
  <div class="checkout-page">
    <header inert class="checkout-header">
      <span class="shop-name">{model.scene.value.shop.name}</span>
      <Icon name="bag" />
    </header>
    <Slot model={model} name="header" />
    <div class="checkout">
      <div class="checkout-form">
        {children}
        <Footer model={model} />
      </div>
      <OrderSummary model={model} />
    </div>
    <div class="chat">
      <Slot model={model} name="chat" />
    </div>
  </div>
);

function Footer({ model }: { model: SandboxModel }) {
  return (
    <footer class="checkout-footer">
      <ul inert>
        {pageLanguage(model).words.policies.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <Slot model={model} name="footer" />
      <MockMark model={model} />
    </footer>
  );
}
