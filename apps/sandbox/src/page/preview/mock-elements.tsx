/** Elements shared by the mock pages. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../elements/icon.tsx';
import { useTyped } from '../use-typed.ts';

interface FieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  /** Shown at the end of the field. */
  icon?: string;
}

/** A form field that only shows its value; dimmed if it has none. */
export const Field = ({ label, value, error, icon }: FieldProps) => (
  <div class={fieldClass(value, error)}>
    <span class="field-label">{label}</span>
    <span class="field-value">{value}</span>
    {icon && <Icon name={icon} />}
    {error && <strong class="field-error">{error}</strong>}
  </div>
);

interface InputProps extends Omit<FieldProps, 'icon'> {
  type?: 'email' | 'tel';
  maxLength?: number;
  /** Receives what the buyer typed, once the field is left. Returns why it is refused. */
  onChange(value: string): string | undefined;
}

/** A form field of the buyer. */
export function Input({ label, value, error, type, maxLength = 255, onChange }: InputProps) {
  const [refused, setRefused] = useState<string>();
  const typed = useTyped(value);
  const id = useId();
  const message = refused ?? error;
  return (
    <div class={fieldClass(value, message)}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        {...typed}
        id={id}
        type={type ?? 'text'}
        autocomplete="off"
        placeholder={label}
        maxLength={maxLength}
        aria-invalid={message !== undefined}
        aria-describedby={message ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => setRefused(onChange(currentTarget.value))}
      />
      {message && (
        <strong class="field-error" id={`${id}-error`}>
          {message}
        </strong>
      )}
    </div>
  );
}

const fieldClass = (value: string, error: string | undefined) =>
  ['field', !value && 'empty', error && 'invalid'].filter(Boolean).join(' ');

/** A box that only shows whether it is ticked. */
export const Tick = ({ ticked, children }: { ticked: boolean; children: ComponentChildren }) => (
  <div inert class={ticked ? 'tick ticked' : 'tick'}>
    <i>{ticked && <Icon name="check" />}</i>
    {children}
  </div>
);

/** One fact, as text. For a `<dl class="details">`. */
export const Detail = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Text on several lines, such as an address. */
export const Lines = ({ of }: { of: readonly string[] }) =>
  of.map((line, index) => <span key={index}>{line}</span>);

interface RadioOptionProps {
  /** Groups the options of a list. */
  name: string;
  title: string;
  note?: string | undefined;
  price?: string;
  icon?: string;
  selected: boolean;
  /** Why the option cannot be selected; absent where it can. */
  reason?: string | undefined;
  onSelect: () => void;
}

/** An option of the buyer, such as a delivery method. */
export const RadioOption = (props: RadioOptionProps) => (
  <label class={props.selected ? 'option selected' : 'option'} title={props.reason}>
    <input
      type="radio"
      name={props.name}
      checked={props.selected}
      disabled={props.reason !== undefined}
      onChange={props.onSelect}
    />
    <i />
    <span>
      {props.title}
      {props.note && <small>{props.note}</small>}
    </span>
    {props.price && <b>{props.price}</b>}
    {props.icon && <Icon name={props.icon} />}
  </label>
);
