import { type CartLine, cartOf } from '../../fixtures/cart.ts';
import { dollars } from '../../fixtures/shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { ProductArt } from './product-art.tsx';

export function OrderSummary({ model }: { model: SandboxModel }) {
  const { lines, cost } = cartOf(model.url.value);
  const [first, ...others] = lines;
  return (
    <div class="summary">
      {first && <Lines lines={[first]} />}
      <Slot model={model} name="line" />
      <Lines lines={others} />
      <Slot model={model} name="lines" />
      <Slot model={model} name="reductions-before" />
      <Slot model={model} name="reductions-after" />
      <dl inert>
        <dt>Subtotal</dt>
        <dd>{dollars(cost.subtotal)}</dd>
        <dt>Shipping</dt>
        <dd>{dollars(cost.shipping)}</dd>
        <dt>Estimated taxes</dt>
        <dd>{dollars(cost.tax)}</dd>
        <dt class="total">Total</dt>
        <dd class="total">
          <small>USD</small> {dollars(cost.total)}
        </dd>
      </dl>
    </div>
  );
}

const Lines = ({ lines }: { lines: readonly CartLine[] }) => (
  <ul inert>
    {lines.map((line) => (
      <Line key={line.id} line={line} />
    ))}
  </ul>
);

function Line({ line }: { line: CartLine }) {
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
      <span class="price">{dollars(line.quantity * line.price)}</span>
    </li>
  );
}
