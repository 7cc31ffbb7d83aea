import type { View } from './host-element.ts';
import { boxStyle, flag, text } from './values.ts';

const button: View = (properties) => {
  const variant = text(properties, 'variant') ?? 'auto';
  const classes = `button ${variant} ${text(properties, 'tone') ?? ''} ${text(properties, 'inlineSize') ?? ''}`;
  const label = text(properties, 'accessibilityLabel');
  const href = text(properties, 'href');
  if (href) {
    return (
      <a class={classes} href={href} target="_blank" rel="noreferrer" aria-label={label}>
        <slot />
      </a>
    );
  }
  const loading = flag(properties, 'loading');
  return (
    <button
      type="button"
      class={classes}
      disabled={flag(properties, 'disabled') || loading}
      aria-busy={loading}
      aria-label={label}
    >
      {loading && <span class="spinner small" />}
      <slot />
    </button>
  );
};

export const ACTION_VIEWS: Record<string, View> = {
  's-button': button,
  's-press-button': button,
  's-clickable': (properties) => (
    <button
      type="button"
      class="clickable"
      disabled={flag(properties, 'disabled')}
      aria-label={text(properties, 'accessibilityLabel')}
      style={boxStyle(properties)}
    >
      <slot />
    </button>
  ),
  's-details': (properties, element) => (
    <details
      open={flag(properties, 'open') || flag(properties, 'defaultOpen')}
      onToggle={(event) => element.emit('toggle', { open: event.currentTarget.open })}
    >
      <summary>
        <slot name="summary" />
      </summary>
      <slot />
    </details>
  ),
  's-summary': (_properties, element) => {
    if (element.host.slot !== 'summary') element.host.slot = 'summary';
    return <slot />;
  },
};
