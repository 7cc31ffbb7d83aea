import { type ElementHandle, type Properties, setRole, type View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { flag, text } from './values.ts';

const BANNER_ICONS: Record<string, string> = {
  success: 'check-circle',
  critical: 'alert-circle',
  warning: 'alert-triangle',
};

const banner: View = (properties, element) => {
  const tone = text(properties, 'tone') ?? 'info';
  const heading = text(properties, 'heading');
  setRole(element, tone === 'critical' ? 'alert' : 'status');
  return (
    <div class={`banner ${tone}`}>
      <Icon name={BANNER_ICONS[tone] ?? 'info'} />
      <div class="banner-body">
        {heading && <div class="banner-heading">{heading}</div>}
        <div class="banner-content">
          <slot />
        </div>
      </div>
      {flag(properties, 'dismissible') && (
        <button type="button" class="plain" aria-label="Dismiss" onClick={() => dismiss(element)}>
          <Icon name="x" />
        </button>
      )}
    </div>
  );
};

function dismiss(element: ElementHandle): void {
  element.emit('dismiss');
  element.host.hidden = true;
  element.emit('afterhide');
}

const label = (properties: Properties, fallback: string) =>
  text(properties, 'accessibilityLabel') ?? fallback;

export const FEEDBACK_VIEWS: Record<string, View> = {
  's-banner': banner,
  's-spinner': (properties) => (
    <div
      class={`spinner ${text(properties, 'size') ?? ''}`}
      role="progressbar"
      aria-label={label(properties, 'Loading')}
    />
  ),
  's-skeleton-paragraph': (properties) => (
    <div class="skeleton" role="progressbar" aria-label={text(properties, 'content') ?? 'Loading'}>
      <span />
      <span />
    </div>
  ),
  's-progress': (properties) => (
    <progress
      aria-label={label(properties, 'Progress')}
      max={Number(properties.max ?? 1)}
      {...(typeof properties.value === 'number' && { value: properties.value })}
    />
  ),
};
