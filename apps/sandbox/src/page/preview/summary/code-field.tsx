import { useState } from 'preact/hooks';
import { costOf } from '../../../scene/cost.ts';
import { MAX_CODE_LENGTH } from '../../../scene/discount-codes.ts';
import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';

/** The buyer's field for discount codes and gift cards, and the ones that are applied. */
export function CodeField({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  // The shop only has gift cards if the scene does.
  const label = model.scene.value.giftCards.length > 0 ? words.discountOrGiftCard : words.discountCode;
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<string>();
  const apply = (event: Event) => {
    event.preventDefault();
    const result = model.buyer.addCode(code.trim());
    setRefused(result.type === 'error' ? result.message : undefined);
    if (result.type === 'success') setCode('');
  };
  return (
    <form class="code-form" onSubmit={apply}>
      <div class="code-row">
        <label class={refused ? 'field empty invalid' : code ? 'field' : 'field empty'}>
          <span class="field-label">{label}</span>
          <input
            type="text"
            autocomplete="off"
            placeholder={label}
            maxLength={MAX_CODE_LENGTH}
            value={code}
            aria-invalid={refused !== undefined}
            onInput={({ currentTarget }) => {
              setCode(currentTarget.value);
              setRefused(undefined);
            }}
          />
        </label>
        <button type="submit" class="apply" disabled={code.trim() === ''}>
          {words.apply}
        </button>
      </div>
      {refused && (
        <strong class="field-error" role="alert">
          {refused}
        </strong>
      )}
      <Applied model={model} />
    </form>
  );
}

function Applied({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const scene = model.scene.value;
  const cards = costOf(scene).giftCards;
  const codes = scene.cart.discounts.flatMap(({ code }) => (code === undefined ? [] : [code]));
  if (codes.length + cards.length === 0) return null;
  return (
    <ul class="applied">
      {codes.map((code) => (
        <AppliedTag
          key={code}
          title={code}
          remove={words.remove(code)}
          onRemove={() => model.buyer.removeDiscountCode(code)}
        />
      ))}
      {cards.map(({ lastCharacters }) => (
        <AppliedTag
          key={lastCharacters}
          title={`•••• ${lastCharacters}`}
          remove={words.remove(words.giftCard(lastCharacters))}
          onRemove={() => model.buyer.removeGiftCard(lastCharacters)}
        />
      ))}
    </ul>
  );
}

const AppliedTag = (props: { title: string; remove: string; onRemove: () => void }) => (
  <li>
    <Icon name="discount-code" />
    {props.title}
    <button type="button" aria-label={props.remove} onClick={props.onRemove}>
      <Icon name="x" />
    </button>
  </li>
);
