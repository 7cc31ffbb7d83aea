import type { ElementHandle, Properties, View } from './host-element.ts';
import { flag, text } from './values.ts';

const hiddenLabel = (properties: Properties) =>
  text(properties, 'labelAccessibilityVisibility') === 'exclusive';

function Note({ properties }: { properties: Properties }) {
  const error = text(properties, 'error');
  const details = text(properties, 'details');
  return error ? (
    <div class="field-error">{error}</div>
  ) : details ? (
    <div class="field-details">{details}</div>
  ) : null;
}

function common(properties: Properties, element: ElementHandle) {
  return {
    id: 'field',
    disabled: flag(properties, 'disabled'),
    required: flag(properties, 'required'),
    'aria-invalid': text(properties, 'error') !== undefined,
    onFocus: () => element.emit('focus'),
    onBlur: () => element.emit('blur'),
  };
}

const input =
  (type: string): View =>
  (properties, element) => {
    const report = (event: Event, kind: 'input' | 'change') => {
      // A native `change` does not leave the shadow root, a native `input` does, without its value.
      event.stopPropagation();
      const { value } = event.currentTarget as HTMLInputElement;
      element.change({ value });
      element.emit(kind, { value });
    };
    const shared = {
      ...common(properties, element),
      value: String(properties.value ?? properties.defaultValue ?? ''),
      placeholder: ' ',
      readOnly: flag(properties, 'readOnly'),
      onInput: (event: Event) => report(event, 'input'),
      onChange: (event: Event) => report(event, 'change'),
    };
    return (
      <div class={hiddenLabel(properties) ? 'field no-label' : 'field'}>
        {type === 'textarea' ? (
          <textarea rows={Number(properties.rows ?? 3)} {...shared} />
        ) : (
          <input type={type} {...shared} />
        )}
        <label for="field">{text(properties, 'label')}</label>
        <slot name="accessory" />
        <Note properties={properties} />
      </div>
    );
  };

const checkbox =
  (role?: 'switch'): View =>
  (properties, element) => (
    <div class={role ? 'choice switch' : 'choice'}>
      <input
        {...common(properties, element)}
        type="checkbox"
        {...(role && { role })}
        checked={
          flag(properties, 'checked') ||
          (properties.checked === undefined && flag(properties, 'defaultChecked'))
        }
        onChange={(event) => {
          event.stopPropagation();
          const { checked } = event.currentTarget;
          element.change({ checked });
          element.emit('input', { checked });
          element.emit('change', { checked });
        }}
      />
      <label for="field">
        {text(properties, 'label') ?? text(properties, 'accessibilityLabel')}
        <slot />
      </label>
      <Note properties={properties} />
    </div>
  );

type OptionElement = HTMLElement & { value?: string; disabled?: boolean; selected?: boolean };

const select: View = (properties, element) => {
  const options = [...element.host.querySelectorAll<OptionElement>('s-option')];
  return (
    <div class="field">
      <select
        {...common(properties, element)}
        value={String(properties.value ?? '')}
        onChange={(event) => {
          event.stopPropagation();
          const { value } = event.currentTarget;
          element.change({ value });
          element.emit('change', { value });
        }}
      >
        {text(properties, 'placeholder') && <option value="">{text(properties, 'placeholder')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.textContent}
          </option>
        ))}
      </select>
      <label for="field">{text(properties, 'label')}</label>
      <div hidden>
        <slot />
      </div>
      <Note properties={properties} />
    </div>
  );
};

const choiceList: View = (properties, element) => {
  const choices = [...element.host.querySelectorAll<OptionElement>('s-choice')];
  const multiple = flag(properties, 'multiple');
  const chosen = Array.isArray(properties.values)
    ? properties.values
    : choices.filter((choice) => choice.selected).map((choice) => choice.value);
  return (
    <fieldset class="choices">
      <legend class={hiddenLabel(properties) ? 'visually-hidden' : ''}>{text(properties, 'label')}</legend>
      {choices.map((choice, index) => (
        <div class="choice" key={choice.value}>
          <input
            id={`choice-${index}`}
            type={multiple ? 'checkbox' : 'radio'}
            name="choice"
            checked={chosen.includes(choice.value)}
            disabled={flag(properties, 'disabled') || choice.disabled}
            onChange={(event) => {
              event.stopPropagation();
              const others = multiple ? chosen.filter((value) => value !== choice.value) : [];
              const values = event.currentTarget.checked ? [...others, choice.value] : others;
              element.change({ values });
              element.emit('change', { values });
            }}
          />
          <label for={`choice-${index}`}>{choice.textContent}</label>
        </div>
      ))}
      <div hidden>
        <slot />
      </div>
      <Note properties={properties} />
    </fieldset>
  );
};

export const FIELD_VIEWS: Record<string, View> = {
  's-text-field': input('text'),
  's-email-field': input('email'),
  's-number-field': input('number'),
  's-money-field': input('number'),
  's-password-field': input('password'),
  's-phone-field': input('tel'),
  's-consent-phone-field': input('tel'),
  's-url-field': input('url'),
  's-date-field': input('date'),
  's-search-field': input('search'),
  's-time-field': input('time'),
  's-text-area': input('textarea'),
  's-checkbox': checkbox(),
  's-consent-checkbox': checkbox(),
  's-switch': checkbox('switch'),
  's-select': select,
  's-choice-list': choiceList,
};
