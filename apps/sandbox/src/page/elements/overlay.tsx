import type { ComponentChild, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ElementHandle } from './host-element.ts';
import { Icon } from './icon.tsx';
import { type Properties, text } from './values.ts';

interface OverlayProps {
  properties: Properties;
  element: ElementHandle;
  class: string;
  /** Opens at the first rendering. */
  defaultOpen?: boolean;
  children: ComponentChild;
  footer?: ComponentChild;
}

/**
 * A dialog over the page that other elements' commands and the extension's methods open and close. The browser keeps
 * the focus inside, closes on Escape and returns the focus. Sends `show`, `aftershow`, `hide` and `afterhide`.
 */
export function Overlay({
  properties,
  element,
  class: name,
  defaultOpen = false,
  children,
  footer,
}: OverlayProps) {
  const [isOpen, setOpen] = useState(defaultOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = text(properties, 'heading');
  element.commands = {
    showOverlay: () => setOpen(true),
    hideOverlay: () => setOpen(false),
    toggleOverlay: () => setOpen((open) => !open),
  };
  useShown(isOpen, element, dialog, () => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  });
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-label={text(properties, 'accessibilityLabel') ?? heading ?? 'Dialog'}
      // Escape closes only this dialog, not the one that the extension itself is in.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClose={() => setOpen(false)}
      onClick={(event) => event.target === dialog.current && setOpen(false)}
    >
      <div class="dialog">
        <header class="dialog-head">
          <h2 class="heading">{heading}</h2>
          <button type="button" class="plain" aria-label="Close" onClick={() => setOpen(false)}>
            <Icon name="x" />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: The keyboard must be able to scroll it. */}
        <section class="dialog-body" tabIndex={0} aria-label={heading ?? 'Content'}>
          {children}
        </section>
        {footer}
      </div>
    </dialog>
  );
}

/** The actions of a dialog. A dialog of POS without a primary action has an OK button. */
export function OverlayActions({ element }: { element: ElementHandle }) {
  const has = (slot: string) => element.host.querySelector(`:scope > [slot="${slot}"]`) !== null;
  const needsOk = !has('primary-action') && element.host.closest('.pos') !== null;
  if (!needsOk && !has('primary-action') && !has('secondary-actions')) return null;
  return (
    <footer class="dialog-actions">
      <slot name="secondary-actions" />
      <slot name="primary-action" />
      {needsOk && (
        <button type="button" class="button primary" onClick={() => element.commands.hideOverlay?.()}>
          OK
        </button>
      )}
    </footer>
  );
}

/** Calls `apply` and sends the events when an overlay opens or closes. */
export function useShown(
  isOpen: boolean,
  element: ElementHandle,
  animated: RefObject<HTMLElement>,
  apply: () => void,
): void {
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    apply();
    const kind = isOpen ? 'show' : 'hide';
    element.emit(kind);
    const animations = animated.current?.getAnimations() ?? [];
    void Promise.allSettled(animations.map(({ finished }) => finished)).then(() =>
      element.emit(`after${kind}`),
    );
  }, [isOpen]);
}
