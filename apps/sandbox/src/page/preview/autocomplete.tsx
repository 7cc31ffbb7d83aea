import type { Address } from '../../scene/buyer-and-shop.ts';
import {
  addressOf,
  formattedAddressOf,
  type Suggestion,
  suggestionsOf,
} from '../model/autocomplete-output.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { useTyped } from '../use-typed.ts';

const FORMAT_TARGET = 'purchase.address-autocomplete.format-suggestion';

/** The field that the buyer types an address into, and what the extension returned for it. */
export function Autocomplete({ model }: { model: SandboxModel }) {
  const target = model.target.value ?? '';
  if (!target.startsWith('purchase.address-autocomplete.')) return null;
  return target === FORMAT_TARGET ? <Formatted model={model} /> : <Suggestions model={model} />;
}

function Suggestions({ model }: { model: SandboxModel }) {
  const { query } = model.scene.value.autocomplete;
  const typed = useTyped(query);
  const search = (value: string) => {
    model.updateScene((scene) => ({ ...scene, autocomplete: { ...scene.autocomplete, query: value } }));
    void model.rerun();
  };
  return (
    <div class="autocomplete">
      <label class="form-field">
        <span>What the buyer types as address</span>
        <input
          {...typed}
          type="search"
          maxLength={255}
          onChange={({ currentTarget }) => search(currentTarget.value)}
        />
      </label>
      <ul>
        {suggestionsOf(model.output.value?.value).map((suggestion, index) => (
          <li key={index}>
            <button type="button" class="text-button" onClick={() => choose(model, suggestion)}>
              {suggestion.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A suggestion without an address is for `format-suggestion`. */
function choose(model: SandboxModel, { id, label, formattedAddress }: Suggestion): void {
  if (formattedAddress) {
    fillIn(model, addressOf(formattedAddress));
    return;
  }
  const suggestion = { ...(id !== undefined && { id }), label };
  model.updateScene((scene) => ({ ...scene, autocomplete: { ...scene.autocomplete, suggestion } }));
  const isDeclared = model.manifest.value?.targets.some(({ target }) => target === FORMAT_TARGET);
  if (isDeclared) model.change({ target: FORMAT_TARGET });
}

function Formatted({ model }: { model: SandboxModel }) {
  const { label } = model.scene.value.autocomplete.suggestion;
  const address = formattedAddressOf(model.output.value?.value);
  return (
    <div class="autocomplete">
      <p>The buyer has chosen “{label}”.</p>
      {address && (
        <button type="button" class="action" onClick={() => fillIn(model, address)}>
          Fill in the address
        </button>
      )}
    </div>
  );
}

const fillIn = (model: SandboxModel, address: Address) =>
  model.updateScene((scene) => ({ ...scene, shippingAddress: { ...scene.shippingAddress, ...address } }));
