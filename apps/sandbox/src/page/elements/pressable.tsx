import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { findById, runCommand } from './commands.ts';
import type { ElementHandle } from './host-element.ts';
import { navigate } from './navigation.ts';
import { flag, type Properties, text } from './values.ts';

interface PressableProps {
  properties: Properties;
  element: ElementHandle;
  class: string;
  children: ComponentChild;
  /** `aria-*` attributes. */
  aria?: Record<string, string | boolean | undefined>;
  /** Runs after the extension's `click` event. */
  onPress?: () => void;
}

/**
 * The button or link inside an element that the buyer presses. Sends `click`, runs the element's `command`, and asks
 * the page to follow its `href`. Shows the element named by `interestFor` while it has the pointer or the focus.
 */
export function Pressable({ properties, element, class: name, children, aria, onPress }: PressableProps) {
  const { host } = element;
  const inner = useRef<HTMLElement>(null);
  const href = text(properties, 'href');
  const loading = flag(properties, 'loading');
  const inert = flag(properties, 'disabled') || loading;
  const interestFor = text(properties, 'interestFor');
  useEffect(() => (interestFor ? showInterest(host, inner.current!, interestFor) : undefined), [interestFor]);

  const press = (event: Event) => {
    event.preventDefault();
    if (inert) return event.stopPropagation();
    // Remote DOM ignores events that come from a child of the extension, such as an icon in a button.
    if ((event.target as Node).getRootNode() !== inner.current?.getRootNode()) element.emit('click');
    onPress?.();
    if (!runCommand(host, properties)) navigate(host, properties);
  };
  const shared = {
    ref: inner as never,
    class: name,
    'aria-label': text(properties, 'accessibilityLabel'),
    ...aria,
    onClick: press,
  };
  if (href !== undefined && !inert) {
    // Not even the middle button opens the page.
    return (
      <a {...shared} href={href} onAuxClick={(event) => event.preventDefault()}>
        {children}
      </a>
    );
  }
  return (
    <button {...shared} type="button" disabled={inert} aria-busy={loading}>
      {children}
    </button>
  );
}

/** Shows a tooltip or popover while `source` has the pointer or the focus. Returns how to stop. */
function showInterest(host: HTMLElement, source: HTMLElement, id: string): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const target = () => findById(host, id);
  const show = () => target()?.commands.showOverlay?.(host);
  const hide = () => target()?.commands.hideOverlay?.();
  host.addEventListener('pointerenter', show, { signal });
  host.addEventListener('pointerleave', hide, { signal });
  source.addEventListener('focus', show, { signal });
  source.addEventListener('blur', hide, { signal });
  const described = target();
  if (described && 'ariaDescribedByElements' in source) source.ariaDescribedByElements = [described];
  return () => controller.abort();
}
