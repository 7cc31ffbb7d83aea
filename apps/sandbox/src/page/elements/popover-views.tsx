import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { boxRules } from './box-rules.ts';
import { type ElementHandle, setAttribute, setRole, type View } from './host-element.ts';
import { useShown } from './overlay.tsx';
import { type Properties, text } from './values.ts';

interface FloatingProps {
  properties: Properties;
  element: ElementHandle;
  class: string;
  /** Shown while the buyer points at its source; a click elsewhere needs no care. */
  isHint?: boolean;
}

/** Content next to the element that opened it. A click elsewhere or Escape closes it. */
function Floating({ properties, element, class: name, isHint = false }: FloatingProps) {
  const [source, setSource] = useState<HTMLElement>();
  const box = useRef<HTMLDivElement>(null);
  const isOpen = source !== undefined;
  const hide = () => setSource(undefined);
  element.commands = {
    showOverlay: (opener = element.host) => setSource(opener),
    hideOverlay: hide,
    toggleOverlay: (opener = element.host) => setSource(isOpen ? undefined : opener),
  };
  element.setRules(boxRules(properties).replaceAll(':host', '.floating'));
  useShown(isOpen, element, box, () => {
    if (isOpen) box.current?.showPopover({ source });
    else box.current?.hidePopover();
  });
  // Before the content is painted, so that no key or click after that is missed.
  useLayoutEffect(() => {
    if (!source) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onPointerDown = (event: Event) => {
      const path = event.composedPath();
      if (!isHint && !path.includes(element.host) && !path.includes(source)) hide();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      hide();
      if (!isHint) focusable(source)?.focus();
    };
    document.addEventListener('pointerdown', onPointerDown, { signal });
    document.addEventListener('keydown', onKeyDown, { signal, capture: true });
    if (!isHint) focusable(element.host.firstElementChild)?.focus();
    return () => controller.abort();
  }, [source]);
  return (
    <div ref={box} popover="manual" class={`floating ${name}`} role={isHint ? 'tooltip' : undefined}>
      <slot />
    </div>
  );
}

/** The part of an extension's element that takes the focus. */
const focusable = (host: Element | null): HTMLElement | null | undefined =>
  host?.shadowRoot?.querySelector<HTMLElement>('button, a, input, select, textarea');

const tooltip: View = (properties, element) => (
  <Floating properties={properties} element={element} class="tooltip" isHint />
);

const popover: View = (properties, element) => (
  <Floating properties={properties} element={element} class="popover" />
);

/** A list of actions; choosing one closes it. */
const menu: View = (properties, element) => {
  setAttribute(element.host, 'aria-label', text(properties, 'accessibilityLabel') ?? 'Menu');
  setRole(element, 'group');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: The items are interactive; their events bubble.
    <div
      onClick={() => element.commands.hideOverlay?.()}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const items = [...element.host.children];
        const current = items.findIndex((item) => event.composedPath().includes(item));
        focusable(items.at((current + step) % items.length) ?? null)?.focus();
      }}
    >
      <Floating properties={properties} element={element} class="popover menu" />
    </div>
  );
};

export const POPOVER_VIEWS: Record<string, View> = {
  's-menu': menu,
  's-popover': popover,
  's-tooltip': tooltip,
};
