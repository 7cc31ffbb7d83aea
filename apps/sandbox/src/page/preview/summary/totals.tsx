import { type Allocation, costOf } from '../../../scene/cost.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';
import type { Words } from '../words/english.ts';

/** The costs of the order. */
export function Totals({ model }: { model: SandboxModel }) {
  const { words, money } = pageLanguage(model);
  const scene = model.scene.value;
  const cost = costOf(scene);
  const items = scene.cart.lines.reduce((count, { quantity }) => count + quantity, 0);
  return (
    <dl inert class="totals">
      <Row label={`${words.subtotal} · ${words.items(items)}`} value={money(cost.subtotal)} />
      {cost.allocations.map((allocation, index) => (
        <Row key={index} label={discountName(words, allocation)} value={money(-allocation.amount)} />
      ))}
      <Row label={words.shipping} value={cost.shipping === 0 ? words.free : money(cost.shipping)} />
      <Row label={words.taxes} value={money(cost.tax)} />
      <dt class="total">{words.total}</dt>
      <dd class="total">
        <small>{scene.currency}</small> {money(cost.total)}
      </dd>
      {cost.giftCards.map(({ lastCharacters, used }) => (
        <Row key={lastCharacters} label={words.giftCard(lastCharacters)} value={money(-used)} />
      ))}
      {cost.giftCards.length > 0 && <Row label={words.leftToPay} value={money(cost.due)} />}
    </dl>
  );
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

export const discountName = ({ discount: word }: Words, { discount }: Allocation) =>
  discount.code === undefined ? (discount.title ?? word) : `${word} ${discount.code}`;
