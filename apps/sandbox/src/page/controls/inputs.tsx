import type { ComponentChildren } from 'preact';
import { useTyped } from '../use-typed.ts';

export function Group({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="control-group">
      <span class="control-label">{label}</span>
      {children}
    </div>
  );
}

export function Segments<Value extends string>(props: {
  name: string;
  value: Value;
  /** `reason`: why the option is disabled; absent where it works. */
  options: readonly (readonly [value: Value, label: string, reason?: string | undefined])[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset class="segments" aria-label={props.name}>
      {props.options.map(([value, label, reason]) => (
        <label key={value} title={reason}>
          <input
            disabled={reason !== undefined}
            type="radio"
            name={props.name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  title: string;
  on: boolean;
  /** Marks a state that makes requests fail. */
  faulty?: boolean;
  /** Why the switch is disabled; absent where it works. */
  reason?: string | undefined;
  onChange: (on: boolean) => void;
}

export function Toggle(props: ToggleProps) {
  return (
    <label class={props.faulty ? 'toggle faulty' : 'toggle'} title={props.reason ?? props.title}>
      <input
        type="checkbox"
        role="switch"
        disabled={props.reason !== undefined}
        aria-checked={props.on}
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="control-label">{props.label}</span>
    </label>
  );
}

/** The number of a customer, a user or a staff member. Empty means nobody, if optional. */
export function IdInput(props: {
  label: string;
  value: string | undefined;
  optional?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const typed = useTyped(props.value ?? '');
  return (
    <input
      {...typed}
      class="small-input"
      aria-label={props.label}
      inputMode="numeric"
      pattern="[1-9][0-9]{0,19}"
      required={!props.optional}
      placeholder={props.optional ? 'nobody' : ''}
      onChange={({ currentTarget: input }) => {
        if (input.checkValidity()) props.onChange(input.value || undefined);
      }}
    />
  );
}

/** A whole number with its unit. */
export function NumberInput(props: {
  label: string;
  unit: string;
  min: number;
  max: number;
  value: number;
  /** Why the input is disabled; absent where it works. */
  reason?: string | undefined;
  /** `changed`: set, and requests still succeed; `faulty`: requests fail. */
  tone?: 'changed' | 'faulty' | undefined;
  onChange: (value: number) => void;
}) {
  const typed = useTyped(String(props.value));
  return (
    <span class="number-input">
      <input
        {...typed}
        class={`small-input ${props.tone ?? ''}`}
        type="number"
        aria-label={props.label}
        min={props.min}
        max={props.max}
        required
        disabled={props.reason !== undefined}
        title={props.reason}
        onChange={({ currentTarget: input }) => {
          if (input.checkValidity()) props.onChange(input.valueAsNumber);
        }}
      />
      <small>{props.unit}</small>
    </span>
  );
}
