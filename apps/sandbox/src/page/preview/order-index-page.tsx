import { imageOf } from '../../scene/cart.ts';
import { costOf } from '../../scene/cost.ts';
import { formatMoney } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { ProductArt } from './product-art.tsx';

/** The list of the customer's orders. */
export function OrderIndexPage({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  const { order, cart } = scene;
  const items = cart.lines.reduce((count, { quantity }) => count + quantity, 0);
  return (
    <div class="account-page">
      <Slot model={model} name="header" />
      <h2 inert class="account-heading">
        Orders
      </h2>
      <Slot model={model} name="block" />
      <div inert class="order-card">
        <div class="order-card-status">
          <b>On its way</b>
          <small>{formatDate(order.processedAt)}</small>
        </div>
        <div class="order-card-items">
          {cart.lines.slice(0, 3).map((line) => (
            <ProductArt key={line.id} source={imageOf(line).url} />
          ))}
        </div>
        <div class="order-card-total">
          <span>
            {items} {items === 1 ? 'item' : 'items'}
            <small>Order {order.name}</small>
          </span>
          <b>{formatMoney(scene, costOf(scene).total)}</b>
        </div>
      </div>
    </div>
  );
}

/** `November 23, 2026`. */
export const formatDate = (iso: string) => new Date(iso).toLocaleDateString('en-US', { dateStyle: 'long' });
