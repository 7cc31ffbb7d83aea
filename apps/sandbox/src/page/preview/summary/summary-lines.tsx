import { imageOf } from '../../../scene/cart.ts';
import { costOf, type PricedLine } from '../../../scene/cost.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { ItemSlot, Slot } from '../extension-block.tsx';
import { type PageLanguage, pageLanguage } from '../page-language.ts';
import { ProductArt } from '../product-art.tsx';
import { discountName } from './totals.tsx';

/** The lines of the cart. The extension may be on each of them. */
export function SummaryLines({ model }: { model: SandboxModel }) {
  const language = pageLanguage(model);
  const { lines } = costOf(model.scene.value);
  if (lines.length === 0) return <Slot model={model} name="line" />;
  return (
    <ul class="summary-lines">
      {lines.map((priced, index) => (
        <li key={priced.line.id}>
          <Line language={language} priced={priced} />
          <ItemSlot model={model} name="line" item={index + 1} title={priced.line.title} />
        </li>
      ))}
    </ul>
  );
}

function Line({ language, priced }: { language: PageLanguage; priced: PricedLine }) {
  const { words, money } = language;
  const { line, subtotal, total, allocations } = priced;
  const notes = [
    line.variant,
    line.sellingPlan && (line.sellingPlan.name ?? words.subscription),
    ...line.attributes.map(({ key, value }) => `${key}: ${value}`),
    ...allocations.map((allocation) => discountName(words, allocation)),
  ].filter(Boolean);
  return (
    <div inert class="summary-line">
      <span class="product">
        <ProductArt source={imageOf(line).url} />
        <b>{line.quantity}</b>
      </span>
      <span>
        {line.title}
        {notes.map((note, index) => (
          <small key={index}>{note}</small>
        ))}
      </span>
      <span class="price">
        {total < subtotal && <s>{money(subtotal)}</s>}
        {money(total)}
      </span>
    </div>
  );
}
