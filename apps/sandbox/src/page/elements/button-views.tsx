import { boxRules } from './box-rules.ts';
import { type ElementHandle, setAttribute, setRole, type View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { Pressable } from './pressable.tsx';
import { classes, flag, state, text } from './values.ts';

const button: View = (properties, element) => {
  const size = text(properties, 'inlineSize');
  element.setRules(size === 'fill' ? ':host{display:block}' : '');
  return (
    <Pressable
      properties={properties}
      element={element}
      class={classes(
        'button',
        text(properties, 'variant') ?? 'auto',
        text(properties, 'tone'),
        size,
        flag(properties, 'loading') && 'loading',
      )}
    >
      {flag(properties, 'loading') && <span class="spinner small" />}
      <span class="button-label">
        <slot />
      </span>
    </Pressable>
  );
};

const pressButton: View = (properties, element) => {
  const pressed = state(properties, 'pressed', 'defaultPressed');
  return (
    <Pressable
      properties={properties}
      element={element}
      class={classes('button secondary', pressed && 'pressed', text(properties, 'inlineSize'))}
      aria={{ 'aria-pressed': pressed }}
      onPress={() => element.change({ pressed: !pressed })}
    >
      {flag(properties, 'loading') && <span class="spinner small" />}
      <slot />
    </Pressable>
  );
};

const clickable: View = (properties, element) => {
  element.setRules(boxRules(properties, '.clickable'));
  setAttribute(
    element.host,
    'aria-hidden',
    text(properties, 'accessibilityVisibility') === 'hidden' ? 'true' : undefined,
  );
  return (
    <Pressable properties={properties} element={element} class="clickable">
      <slot />
    </Pressable>
  );
};

const link: View = (properties, element) => (
  <Pressable properties={properties} element={element} class={classes('link', text(properties, 'tone'))}>
    <slot />
  </Pressable>
);

const chip: View = (properties, element) => {
  setAttribute(element.host, 'aria-label', text(properties, 'accessibilityLabel'));
  setAttribute(element.host, 'role', text(properties, 'accessibilityLabel') && 'group');
  return (
    <span class="chip">
      <slot name="graphic" />
      <slot />
    </span>
  );
};

const clickableChip: View = (properties, element) => (
  <span class="chip clickable-chip">
    <Pressable properties={properties} element={element} class="chip-button">
      <slot name="graphic" />
      <slot />
    </Pressable>
    {flag(properties, 'removable') && (
      <button
        type="button"
        class="chip-remove"
        aria-label="Remove"
        disabled={flag(properties, 'disabled')}
        onClick={(event) => {
          event.stopPropagation();
          remove(element);
        }}
      >
        <Icon name="x" />
      </button>
    )}
  </span>
);

function remove(element: ElementHandle): void {
  element.emit('remove');
  element.host.hidden = true;
  element.emit('afterhide', { properties: { hidden: true } });
}

const buttonGroup: View = (properties, element) => {
  setRole(element, 'group');
  setAttribute(element.host, 'aria-label', text(properties, 'accessibilityLabel'));
  return (
    <div class="button-group">
      <slot name="secondary-actions" />
      <slot />
      <slot name="primary-action" />
    </div>
  );
};

export const BUTTON_VIEWS: Record<string, View> = {
  's-button': button,
  's-button-group': buttonGroup,
  's-chip': chip,
  's-clickable': clickable,
  's-clickable-chip': clickableChip,
  's-link': link,
  's-press-button': pressButton,
};
