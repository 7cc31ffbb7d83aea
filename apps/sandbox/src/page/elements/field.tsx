import type { ComponentChild } from 'preact';
import type { ElementHandle } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, number, type Properties, text } from './values.ts';

/** Whether only assistive technologies read the label. */
export const hasHiddenLabel = (properties: Properties): boolean =>
  text(properties, 'labelAccessibilityVisibility') === 'exclusive' || text(properties, 'label') === undefined;

/** The error, or else the details, of a field. */
export function Note({ properties }: { properties: Properties }) {
  const error = text(properties, 'error');
  const details = text(properties, 'details');
  if (error) {
    return (
      <div id="note" class="field-error">
        <Icon name="alert-circle" />
        {error}
      </div>
    );
  }
  return details ? (
    <div id="note" class="field-details">
      {details}
    </div>
  ) : null;
}

/** Attributes of every control. Native focus events reach the extension by themselves. */
export const controlAttributes = (properties: Properties) => ({
  id: 'field',
  name: text(properties, 'name'),
  disabled: flag(properties, 'disabled'),
  required: flag(properties, 'required'),
  'aria-invalid': text(properties, 'error') !== undefined,
  'aria-describedby': (text(properties, 'error') ?? text(properties, 'details')) ? 'note' : undefined,
});

/** The value of a field: the extension's, the buyer's, or the default. */
export const currentValue = (properties: Properties): string =>
  String(properties.value ?? properties.defaultValue ?? '');

/** Sends `input` or `change` with the value of the control. */
function report(event: Event, kind: 'input' | 'change', element: ElementHandle): void {
  // A native `change` does not leave the shadow root, a native `input` does, without its value.
  event.stopPropagation();
  const { value } = event.currentTarget as HTMLInputElement;
  element.change({ value });
  element.emit(kind, { properties: { value } });
}

export interface TextControlProps {
  properties: Properties;
  element: ElementHandle;
  type?: string;
  inputMode?: string;
  /** Replaces the element's properties of the same name. */
  icon?: string | undefined;
  prefix?: string | undefined;
  before?: ComponentChild;
  after?: ComponentChild;
}

/** A control with a floating label, affixes, an icon and an accessory. */
export function TextControl({ properties, element, type = 'text', inputMode, ...parts }: TextControlProps) {
  const icon = parts.icon ?? text(properties, 'icon');
  const prefix = parts.prefix ?? text(properties, 'prefix');
  const suffix = text(properties, 'suffix');
  const label = text(properties, 'label') ?? text(properties, 'accessibilityLabel');
  const shared = {
    ...controlAttributes(properties),
    value: currentValue(properties),
    placeholder: text(properties, 'placeholder') ?? ' ',
    readOnly: flag(properties, 'readOnly'),
    // The browser would offer what the developer typed elsewhere.
    autocomplete: text(properties, 'autocomplete') ?? 'off',
    maxLength: number(properties, 'maxLength'),
    minLength: number(properties, 'minLength'),
    onInput: (event: Event) => report(event, 'input', element),
    onChange: (event: Event) => report(event, 'change', element),
  } as Record<string, unknown>;
  return (
    <div class={classes('field', hasHiddenLabel(properties) && 'no-label')}>
      <div class="control">
        {parts.before}
        {icon && <Icon name={icon} />}
        {prefix && <span class="affix">{prefix}</span>}
        <div class="control-text">
          {type === 'textarea' ? (
            <textarea rows={number(properties, 'rows') ?? 2} {...shared} />
          ) : (
            <input
              type={type}
              inputMode={inputMode as never}
              min={number(properties, 'min')}
              max={number(properties, 'max')}
              step={type === 'number' ? (number(properties, 'step') ?? 'any') : undefined}
              {...shared}
            />
          )}
          <label for="field" class={classes(hasHiddenLabel(properties) && 'visually-hidden')}>
            {label ?? text(properties, 'placeholder') ?? 'Field'}
          </label>
        </div>
        {suffix && <span class="affix">{suffix}</span>}
        <slot name="accessory" />
        {parts.after}
      </div>
      <Note properties={properties} />
    </div>
  );
}
