import { Fragment } from 'preact';
import { isOnCartLine } from '../../contract/surfaces.ts';
import { imageOf } from '../../scene/cart.ts';
import { type Allocation, costOf, type PricedLine } from '../../scene/cost.ts';
import { formatMoney, type Scene } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { ItemSlot, Slot } from './extension-block.tsx';
import { ProductArt } from './product-art.tsx';
import { SavedData } from './saved-data.tsx';

export function OrderSummary({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  const { lines } = costOf(scene);
  const isOnLines = lines.length > 0 && isOnCartLine(model.target.value ?? '');
  return (
    <div class="summary">
      {isOnLines ? (
        lines.map((priced, index) => (
          <Fragment key={priced.line.id}>
            <Lines scene={scene} lines={[priced]} />
            <ItemSlot model={model} name="line" item={index + 1} title={priced.line.title} />
          </Fragment>
        ))
      ) : (
        <>
          <Lines scene={scene} lines={lines} />
          <Slot model={model} name="line" />
        </>
      )}
      <Slot model={model} name="lines" />
      <Slot model={model} name="reductions-before" />
      <Slot model={model} name="reductions-after" />
      <Totals scene={scene} />
      <SavedData scene={scene} />
    </div>
  );
}

const Lines = ({ scene, lines }: { scene: Scene; lines: readonly PricedLine[] }) => (
  <ul inert>
    {lines.map((priced) => (
      <Line key={priced.line.id} scene={scene} priced={priced} />
    ))}
  </ul>
);

function Line({ scene, priced: { line, total, allocations } }: { scene: Scene; priced: PricedLine }) {
  return (
    <li>
      <span class="product">
        <ProductArt source={imageOf(line).url} />
        <b>{line.quantity}</b>
      </span>
      <span>
        {line.title}
        {line.variant && <small>{line.variant}</small>}
        {line.sellingPlan && <small>{line.sellingPlan.name ?? 'Subscription'}</small>}
        {line.attributes.map(({ key, value }) => (
          <small key={key}>
            {key}: {value}
          </small>
        ))}
        {allocations.map((allocation, index) => (
          <small key={index}>{nameOf(allocation)}</small>
        ))}
      </span>
      <span class="price">{formatMoney(scene, total)}</span>
    </li>
  );
}

function Totals({ scene }: { scene: Scene }) {
  const cost = costOf(scene);
  return (
    <dl inert>
      <dt>Subtotal</dt>
      <dd>{formatMoney(scene, cost.subtotal)}</dd>
      {cost.allocations.map((allocation, index) => (
        <Row key={index} label={nameOf(allocation)} value={formatMoney(scene, -allocation.amount)} />
      ))}
      <dt>Shipping</dt>
      <dd>{formatMoney(scene, cost.shipping)}</dd>
      <dt>Estimated taxes</dt>
      <dd>{formatMoney(scene, cost.tax)}</dd>
      <dt class="total">Total</dt>
      <dd class="total">
        <small>{scene.currency}</small> {formatMoney(scene, cost.total)}
      </dd>
      {cost.giftCards.map(({ lastCharacters, used }) => (
        <Row
          key={lastCharacters}
          label={`Gift card •••• ${lastCharacters}`}
          value={formatMoney(scene, -used)}
        />
      ))}
      {cost.giftCards.length > 0 && <Row label="Left to pay" value={formatMoney(scene, cost.due)} />}
    </dl>
  );
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

const nameOf = ({ discount }: Allocation) =>
  discount.code === undefined ? (discount.title ?? 'Discount') : `Discount ${discount.code}`;
