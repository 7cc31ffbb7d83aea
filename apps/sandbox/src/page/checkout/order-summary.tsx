import { COST, LINES, type SceneLine } from '../model/scene.ts';
import { ProductArt } from './product-art.tsx';

const dollars = (amount: number) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });

export function OrderSummary() {
  return (
    <aside inert class="summary">
      <ul>
        {LINES.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <dl>
        <dt>Subtotal</dt>
        <dd>{dollars(COST.subtotal)}</dd>
        <dt>Shipping</dt>
        <dd>{dollars(COST.shipping)}</dd>
        <dt>Estimated taxes</dt>
        <dd>{dollars(COST.tax)}</dd>
        <dt class="total">Total</dt>
        <dd class="total">
          <small>USD</small> {dollars(COST.total)}
        </dd>
      </dl>
    </aside>
  );
}

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
