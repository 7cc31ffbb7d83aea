import { currentValue, TextControl } from './field.tsx';
import type { ElementHandle, View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { flag, number, type Properties, text } from './values.ts';

const field =
  (type: string): View =>
  (properties, element) => <TextControl properties={properties} element={element} type={type} />;

const numberField: View = (properties, element) => {
  const controls = text(properties, 'controls') ?? 'auto';
  const stepper = controls === 'stepper';
  return (
    <TextControl
      properties={properties}
      element={element}
      // Without controls, the arrow keys change nothing.
      type={controls === 'none' ? 'text' : 'number'}
      inputMode={text(properties, 'inputMode') ?? 'decimal'}
      before={stepper && <Step properties={properties} element={element} direction={-1} />}
      after={stepper && <Step properties={properties} element={element} direction={1} />}
    />
  );
};

interface StepProps {
  properties: Properties;
  element: ElementHandle;
  direction: 1 | -1;
}

function Step({ properties, element, direction }: StepProps) {
  const min = number(properties, 'min') ?? -Infinity;
  const max = number(properties, 'max') ?? Infinity;
  const current = Number(currentValue(properties)) || 0;
  const next = Math.min(max, Math.max(min, current + direction * (number(properties, 'step') ?? 1)));
  return (
    <button
      type="button"
      class="step"
      aria-label={direction === 1 ? 'Increase' : 'Decrease'}
      disabled={flag(properties, 'disabled') || flag(properties, 'readOnly') || next === current}
      onClick={() => {
        // Decimal steps must not show binary fractions: 0.1 + 0.2.
        const changed = { value: String(Number(next.toFixed(10))) };
        element.change(changed);
        element.emit('input', { properties: changed });
        element.emit('change', { properties: changed });
      }}
    >
      <Icon name={direction === 1 ? 'plus' : 'minus'} />
    </button>
  );
}

const SMS_TERMS =
  'You agree to receive marketing text messages at this number. Reply STOP to end them. Message and data rates may apply.';

const consentPhoneField: View = (properties, element) => (
  <TextControl
    properties={{ details: SMS_TERMS, ...properties }}
    element={element}
    type="tel"
    icon={text(properties, 'type') === 'mobile' ? 'mobile' : undefined}
  />
);

const searchField: View = (properties, element) => (
  <TextControl
    properties={{ ...properties, accessibilityLabel: text(properties, 'placeholder') ?? 'Search' }}
    element={element}
    type="search"
    icon="search"
  />
);

export const FIELD_VIEWS: Record<string, View> = {
  's-consent-phone-field': consentPhoneField,
  's-email-field': field('email'),
  's-money-field': (properties, element) => (
    <TextControl properties={properties} element={element} type="number" inputMode="decimal" prefix="$" />
  ),
  's-number-field': numberField,
  's-password-field': field('password'),
  's-phone-field': (properties, element) => (
    <TextControl
      properties={properties}
      element={element}
      type="tel"
      icon={text(properties, 'type') === 'mobile' ? 'mobile' : undefined}
    />
  ),
  's-search-field': searchField,
  's-text-area': field('textarea'),
  's-text-field': field('text'),
  's-time-field': field('time'),
  's-url-field': field('url'),
};
