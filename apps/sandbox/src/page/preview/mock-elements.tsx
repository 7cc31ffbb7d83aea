/** Elements shared by the mock pages. */
import type { ComponentChildren } from 'preact';

/** A form field that is filled in. `error` is shown under it. */
export function Field({ label, value, error }: { label: string; value: string; error?: string | undefined }) {
  return (
    <div class={error ? 'filled invalid' : 'filled'}>
      <small>{label}</small>
      {value}
      {error && <strong class="filled-error">{error}</strong>}
    </div>
  );
}

/** One fact, as text. For a `<dl class="details">`. */
export const Detail = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

interface RadioOptionProps {
  /** Groups the options of a list. */
  name: string;
  title: string;
  note?: string | undefined;
  price?: string;
  selected: boolean;
  onSelect: () => void;
}

/** An option of the buyer, such as a delivery method. */
export const RadioOption = ({ name, title, note, price, selected, onSelect }: RadioOptionProps) => (
  <label class={selected ? 'option selected' : 'option'}>
    <input type="radio" class="visually-hidden" name={name} checked={selected} onChange={onSelect} />
    <i />
    <span>
      {title}
      {note && <small>{note}</small>}
    </span>
    {price && <b>{price}</b>}
  </label>
);
