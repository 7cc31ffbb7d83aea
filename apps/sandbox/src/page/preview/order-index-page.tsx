import { imageOf } from '../../scene/cart.ts';
import { costOf } from '../../scene/cost.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { pageLanguage } from './page-language.ts';
import { ProductArt } from './product-art.tsx';

/** The list of the customer's orders. */
export function OrderIndexPage({ model }: { model: SandboxModel }) {
  const { words, money, date } = pageLanguage(model);
  const scene = model.scene.value;
  const { order, cart } = scene;
  const items = cart.lines.reduce((count, { quantity }) => count + quantity, 0);
  return (
    <div class="account-page">
      <Slot model={model} name="header" />
      <h2 inert>{words.orders}</h2>
      <Slot model={model} name="block" />
      <div inert class="order-card">
        <div class="order-card-status">
          <b>{words.status[order.status]}</b>
          <small>{date(order.processedAt)}</small>
        </div>
        <div class="order-card-items">
          {cart.lines.slice(0, 4).map((line) => (
            <ProductArt key={line.id} source={imageOf(line).url} />
          ))}
        </div>
        <div class="order-card-total">
          <span>
            {words.items(items)}
            <small>{words.order(order.name)}</small>
          </span>
          <b>{money(costOf(scene).total)}</b>
        </div>
        <span class="account-button">{words.buyAgain}</span>
      </div>
    </div>
  );
}
