import type { Bench } from '../model/bench.ts';
import { cartOf, type SceneLine } from '../scene/cart.ts';
import { dollars } from '../scene/shop.ts';
import { Place } from './extension-block.tsx';
import { ProductArt } from './product-art.tsx';

export function OrderSummary({ bench }: { bench: Bench }) {
  const { lines, cost } = cartOf(bench.url.value);
  const [first, ...others] = lines;
  return (
    <div class="summary">
      {first && <Lines lines={[first]} />}
      <Place bench={bench} name="line" />
      <Lines lines={others} />
      <Place bench={bench} name="lines" />
      <Place bench={bench} name="reductions-before" />
      <Place bench={bench} name="reductions-after" />
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

const Lines = ({ lines }: { lines: readonly SceneLine[] }) => (
  <ul inert>
    {lines.map((line) => (
      <Line key={line.id} line={line} />
    ))}
  </ul>
);

function Line({ line }: { line: SceneLine }) {
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
