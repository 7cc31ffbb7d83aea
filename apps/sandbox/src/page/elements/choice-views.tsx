import { useId } from 'preact/hooks';
import { runCommand } from './commands.ts';
import { controlAttributes, hasHiddenLabel, Note } from './field.tsx';
import type { HostElement, View } from './host-element.ts';
import { isHostElement } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, state, text } from './values.ts';

const checkbox =
  (role?: 'switch', fallback?: { label?: string; details?: string }): View =>
  (properties, element) => {
    const label = text(properties, 'label') ?? fallback?.label;
    const all = { ...fallback, ...properties };
    return (
      <div class="check-field">
        <div class={classes('check', role)}>
          <input
            {...controlAttributes(all)}
            type="checkbox"
            {...(role && { role })}
            value={text(properties, 'value')}
            aria-label={text(properties, 'accessibilityLabel')}
            checked={state(properties, 'checked', 'defaultChecked')}
            onInput={(event) => event.stopPropagation()}
            onChange={(event) => {
              event.stopPropagation();
              const { checked } = event.currentTarget;
              element.change({ checked });
              element.emit('input', { properties: { checked } });
              element.emit('change', { properties: { checked } });
              runCommand(element.host, properties);
            }}
          />
          {label && (
            <label
              for="field"
              class={classes(
                text(properties, 'labelAccessibilityVisibility') === 'exclusive' && 'visually-hidden',
              )}
            >
              {label}
            </label>
          )}
        </div>
        <Note properties={all} />
      </div>
    );
  };

const select: View = (properties, element) => {
  const options = [...element.host.querySelectorAll<HostElement>('s-option')];
  const initial = options.find(({ properties: option }) => state(option, 'selected', 'defaultSelected'));
  const value = String(properties.value ?? initial?.properties.value ?? '');
  const placeholder = text(properties, 'placeholder');
  return (
    <div class={classes('field select', hasHiddenLabel(properties) && 'no-label')}>
      <div class="control">
        <div class="control-text">
          <select
            {...controlAttributes(properties)}
            autocomplete={text(properties, 'autocomplete') as never}
            value={value}
            onInput={(event) => event.stopPropagation()}
            onChange={(event) => {
              event.stopPropagation();
              const changed = { value: event.currentTarget.value };
              element.change(changed);
              element.emit('change', { properties: changed });
            }}
          >
            {(placeholder || value === '') && (
              <option value="" disabled>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option
                key={option.properties.value}
                value={String(option.properties.value ?? '')}
                disabled={flag(option.properties, 'disabled')}
                aria-label={text(option.properties, 'accessibilityLabel')}
              >
                {option.textContent}
              </option>
            ))}
          </select>
          <label for="field">{text(properties, 'label') ?? placeholder ?? 'Select'}</label>
        </div>
        <Icon name="chevron-down" />
      </div>
      <div hidden>
        <slot />
      </div>
      <Note properties={properties} />
    </div>
  );
};

/** Bubbles from a choice whose label the buyer pressed. */
const CHOOSE_EVENT = 'sandbox-choose';

const choiceList: View = (properties, element) => {
  const name = useId();
  const choices = [...element.host.children]
    .filter(isHostElement)
    .filter((child) => child.localName === 's-choice');
  const multiple = flag(properties, 'multiple');
  const chosen = Array.isArray(properties.values)
    ? properties.values
    : choices.filter((choice) => state(choice.properties, 'selected', 'defaultSelected')).map(valueOfChoice);
  const isDisabled = (choice: HostElement) =>
    flag(properties, 'disabled') || flag(choice.properties, 'disabled');
  const choose = (choice: HostElement | undefined) => {
    if (!choice || isDisabled(choice)) return;
    const value = valueOfChoice(choice);
    const rest = chosen.filter((other) => other !== value);
    const values = !multiple ? [value] : rest.length < chosen.length ? rest : [...chosen, value];
    element.change({ values });
    element.emit('input', { properties: { values } });
    element.emit('change', { properties: { values } });
  };
  return (
    <fieldset
      class={classes('choices', text(properties, 'variant') ?? 'auto')}
      {...{
        [`on${CHOOSE_EVENT}`]: (event: Event & { currentTarget: HTMLElement }) => {
          event.stopPropagation();
          const index = choices.indexOf(event.target as HostElement);
          event.currentTarget.querySelectorAll('input')[index]?.click();
        },
      }}
    >
      <legend class={classes(hasHiddenLabel(properties) && 'visually-hidden')}>
        {text(properties, 'label') ?? 'Choices'}
      </legend>
      <div class="choice-rows">
        {choices.map((choice, index) => {
          const slot = `choice-${index}`;
          const isChosen = chosen.includes(valueOfChoice(choice));
          if (choice.slot !== slot) choice.slot = slot;
          choice.toggleAttribute('data-chosen', isChosen);
          return (
            <div class={classes('choice-row', isChosen && 'chosen')} key={slot}>
              <input
                type={multiple ? 'checkbox' : 'radio'}
                name={name}
                aria-label={text(choice.properties, 'accessibilityLabel') ?? labelOf(choice)}
                aria-invalid={flag(choice.properties, 'error')}
                checked={isChosen}
                disabled={isDisabled(choice)}
                onInput={(event) => event.stopPropagation()}
                onChange={(event) => {
                  event.stopPropagation();
                  choose(choice);
                }}
              />
              <slot name={slot} />
            </div>
          );
        })}
      </div>
      <Note properties={properties} />
    </fieldset>
  );
};

const valueOfChoice = ({ properties }: HostElement): string => String(properties.value ?? '');

/** The text of a choice, without its details and other slots. */
const labelOf = (choice: HostElement): string =>
  [...choice.childNodes]
    .filter((node) => !(node instanceof Element && node.slot))
    .map((node) => node.textContent)
    .join('')
    .trim();

const choice: View = (_properties, { host }) => (
  <div class="choice">
    {/* biome-ignore lint/a11y: The keyboard and assistive technologies use the radio button next to it. */}
    <div
      class="choice-label"
      onClick={() => host.dispatchEvent(new CustomEvent(CHOOSE_EVENT, { bubbles: true, composed: true }))}
    >
      <div>
        <slot />
        <div class="choice-details">
          <slot name="details" />
        </div>
      </div>
      <slot name="secondary-content" />
      <slot name="secondaryContent" />
    </div>
    <div class="choice-selected">
      <slot name="selected-content" />
      <slot name="selectedContent" />
    </div>
  </div>
);

export const CHOICE_VIEWS: Record<string, View> = {
  's-checkbox': checkbox(),
  's-choice': choice,
  's-choice-list': choiceList,
  's-consent-checkbox': checkbox(undefined, {
    label: 'Text me with news and offers',
    details: 'You can unsubscribe at any time. Message and data rates may apply.',
  }),
  's-option': () => <slot />,
  's-select': select,
  's-switch': checkbox('switch'),
};
