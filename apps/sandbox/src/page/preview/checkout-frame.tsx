import type { ComponentChildren } from 'preact';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { OrderSummary } from './order-summary.tsx';

interface CheckoutFrameProps {
  model: SandboxModel;
  children: ComponentChildren;
}

/** The frame shared by checkout and the thank-you page. */
export const CheckoutFrame = ({ model, children }: CheckoutFrameProps) => (
  <div class="checkout">
    <div class="checkout-form">
      <div inert class="shop-name">
        {model.scene.value.shop.name}
      </div>
      <Slot model={model} name="header" />
      {children}
      <Slot model={model} name="footer" />
      <Slot model={model} name="chat" />
    </div>
    <OrderSummary model={model} />
  </div>
);
