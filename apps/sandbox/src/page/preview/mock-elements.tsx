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

interface OptionProps {
  title: string;
  note?: string | undefined;
  price?: string;
  selected?: boolean;
}

export function Option(props: OptionProps) {
  return <div class={classOf(props)}>{contentOf(props)}</div>;
}

/** An option that can be selected. `name` groups the options of a list. */
export function RadioOption({
  name,
  onSelect,
  ...props
}: OptionProps & { name: string; onSelect: () => void }) {
  return (
    <label class={classOf(props)}>
      <input
        type="radio"
        class="visually-hidden"
        name={name}
        checked={props.selected ?? false}
        onChange={onSelect}
      />
      {contentOf(props)}
    </label>
  );
}

const classOf = ({ selected }: OptionProps) => (selected ? 'option selected' : 'option');

const contentOf = ({ title, note, price }: OptionProps) => (
  <>
    <i />
    <span>
      {title}
      {note && <small>{note}</small>}
    </span>
    {price && <b>{price}</b>}
  </>
);
