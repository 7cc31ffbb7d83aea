import { useState } from 'preact/hooks';
import { type ElementHandle, setRole, type View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, number, type Properties, text } from './values.ts';

const BANNER_ICONS: Record<string, string> = {
  success: 'check-circle',
  critical: 'alert-circle',
  warning: 'alert-triangle',
};

const banner: View = (properties, element) => {
  const tone = text(properties, 'tone') ?? 'auto';
  const heading = text(properties, 'heading');
  const collapsible = flag(properties, 'collapsible') && heading !== undefined;
  const [isOpen, setOpen] = useState(false);
  setRole(element, tone === 'critical' ? 'alert' : 'status');
  return (
    <div class={classes('banner', tone)}>
      <Icon name={BANNER_ICONS[tone] ?? 'info'} />
      <div class="banner-body">
        {heading && !collapsible && <div class="banner-heading">{heading}</div>}
        {collapsible && (
          <button
            type="button"
            class="plain banner-heading"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {heading}
            <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
          </button>
        )}
        <div class="banner-content" hidden={collapsible && !isOpen}>
          <slot />
        </div>
        <slot name="primary-action" />
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
  element.emit('afterhide', { properties: { hidden: true } });
}

/** A card that buyers collapse or dismiss. */
const announcement: View = (_properties, element) => {
  const [isOpen, setOpen] = useState(true);
  element.commands = {
    dismiss() {
      if (element.host.hidden) return;
      element.emit('dismiss');
      element.host.hidden = true;
    },
  };
  const toggle = () => {
    const [oldState, newState] = isOpen ? ['open', 'closed'] : ['closed', 'open'];
    setOpen(!isOpen);
    element.emit('toggle', { members: { oldState, newState } });
    element.emit('aftertoggle', { members: { oldState, newState } });
  };
  return (
    <section class="announcement" aria-label="Announcement">
      <div class={classes('announcement-body', !isOpen && 'collapsed')}>
        <slot />
      </div>
      <button type="button" class="plain" aria-expanded={isOpen} aria-label="Show all" onClick={toggle}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-up'} />
      </button>
      <button type="button" class="plain" aria-label="Dismiss" onClick={() => element.commands.dismiss?.()}>
        <Icon name="x" />
      </button>
    </section>
  );
};

const label = (properties: Properties, fallback: string) =>
  text(properties, 'accessibilityLabel') ?? fallback;

const progress: View = (properties) => {
  const max = number(properties, 'max') ?? 1;
  const value = number(properties, 'value');
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div
      class={classes('progress', text(properties, 'tone'), share === undefined && 'indeterminate')}
      role="progressbar"
      aria-label={label(properties, 'Progress')}
      aria-valuemin={0}
      aria-valuemax={max}
      {...(value !== undefined && { 'aria-valuenow': value })}
    >
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width={(share ?? 0.3) * 100} height="4" />
      </svg>
    </div>
  );
};

const skeleton: View = (properties) => {
  const content = text(properties, 'content');
  return (
    <div class="skeleton" role="progressbar" aria-label="Loading">
      {content ? (
        <span class="skeleton-text" aria-hidden="true">
          <i>{content}</i>
        </span>
      ) : (
        <>
          <span />
          <span />
        </>
      )}
    </div>
  );
};

export const FEEDBACK_VIEWS: Record<string, View> = {
  's-announcement': announcement,
  's-banner': banner,
  's-progress': progress,
  's-skeleton-paragraph': skeleton,
  's-spinner': (properties) => (
    <div
      class={classes('spinner', text(properties, 'size'))}
      role="progressbar"
      aria-label={label(properties, 'Loading')}
    />
  ),
};
