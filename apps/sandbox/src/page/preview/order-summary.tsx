import { type CartLine, costOf } from '../../scene/cart.ts';
import { formatMoney, type Scene } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { ProductArt } from './product-art.tsx';

export function OrderSummary({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  const cost = costOf(scene.cart);
  const [first, ...others] = scene.cart.lines;
  return (
    <div class="summary">
      {first && <Lines scene={scene} lines={[first]} />}
      <Slot model={model} name="line" />
      <Lines scene={scene} lines={others} />
      <Slot model={model} name="lines" />
      <Slot model={model} name="reductions-before" />
      <Slot model={model} name="reductions-after" />
      <dl inert>
        <dt>Subtotal</dt>
        <dd>{formatMoney(scene, cost.subtotal)}</dd>
        <dt>Shipping</dt>
        <dd>{formatMoney(scene, cost.shipping)}</dd>
        <dt>Estimated taxes</dt>
        <dd>{formatMoney(scene, cost.tax)}</dd>
        <dt class="total">Total</dt>
        <dd class="total">
          <small>{scene.currency}</small> {formatMoney(scene, cost.total)}
        </dd>
      </dl>
    </div>
  );
}

const Lines = ({ scene, lines }: { scene: Scene; lines: readonly CartLine[] }) => (
  <ul inert>
    {lines.map((line) => (
      <Line key={line.id} scene={scene} line={line} />
    ))}
  </ul>
);

function Line({ scene, line }: { scene: Scene; line: CartLine }) {
  return (
    <li>
      <span class="product">
        <ProductArt art={line.art} />
        <b>{line.quantity}</b>
      </span>
      <span>
        {line.title}
        <small>{line.variant}</small>
      </span>
      <span class="price">{formatMoney(scene, line.quantity * line.price)}</span>
    </li>
  );
}
