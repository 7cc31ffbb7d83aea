import type { ComponentChildren } from 'preact';
import type { Bench } from '../model/bench.ts';
import { SHOP } from '../scene/shop.ts';
import { Place } from './extension-block.tsx';
import { OrderSummary } from './order-summary.tsx';

interface CheckoutFrameProps {
  bench: Bench;
  children: ComponentChildren;
}

/** What is around each step of a checkout. */
export const CheckoutFrame = ({ bench, children }: CheckoutFrameProps) => (
  <div class="checkout">
    <div class="checkout-form">
      <div inert class="shop-name">
        {SHOP.name}
      </div>
      <Place bench={bench} name="header" />
      {children}
      <Place bench={bench} name="footer" />
      <Place bench={bench} name="chat" />
    </div>
    <OrderSummary bench={bench} />
  </div>
);
