import { useState } from 'preact/hooks';
import { costOf } from '../../../scene/cost.ts';
import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';
import { pageLanguage } from '../page-language.ts';
import { isInSummary, slotOf } from '../slots.ts';
import { CodeField } from './code-field.tsx';
import { SavedData } from './saved-data.tsx';
import { SummaryLines } from './summary-lines.tsx';
import { Totals } from './totals.tsx';

/**
 * The order summary, next to the page or, on a phone, in a bar above it. The bar is open from the start if the
 * extension is in the summary.
 */
export function OrderSummary({ model }: { model: SandboxModel }) {
  const { words, money } = pageLanguage(model);
  const target = model.target.value ?? '';
  const [isOpen, setOpen] = useState<boolean>();
  const isShown = isOpen ?? isInSummary(slotOf(target));
  const scene = model.scene.value;
  return (
    <section class="summary" aria-label={words.orderSummary}>
      <button
        type="button"
        class="summary-bar"
        aria-expanded={isShown}
        aria-controls="summary-content"
        onClick={() => setOpen(!isShown)}
      >
        {words.orderSummary}
        <Icon name={isShown ? 'chevron-up' : 'chevron-down'} />
        <b>{money(costOf(scene).total)}</b>
      </button>
      <div id="summary-content" class={isShown ? 'summary-content open' : 'summary-content'}>
        <SummaryLines model={model} />
        <Slot model={model} name="lines" />
        <Slot model={model} name="reductions-before" />
        {target.startsWith('purchase.checkout.') && <CodeField model={model} />}
        <Slot model={model} name="reductions-after" />
        <Totals model={model} />
        <SavedData model={model} />
      </div>
    </section>
  );
}
