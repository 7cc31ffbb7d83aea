import { useEffect, useRef } from 'preact/hooks';
import { type ElementHandle, setAttribute, setRole, type View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { classes, flag, state, text } from './values.ts';

const details: View = (properties, element) => {
  const isOpen = state(properties, 'open', 'defaultOpen');
  const body = useRef<HTMLDivElement>(null);
  const toggle = () => {
    const open = !isOpen;
    const members = { oldState: isOpen ? 'open' : 'closed', newState: open ? 'open' : 'closed' };
    element.change({ open });
    element.emit('toggle', { properties: { open }, members });
    void Promise.allSettled((body.current?.getAnimations() ?? []).map(({ finished }) => finished)).then(() =>
      element.emit('aftertoggle', { members }),
    );
  };
  element.commands = {
    showOverlay: () => isOpen || toggle(),
    hideOverlay: () => isOpen && toggle(),
    toggleOverlay: toggle,
  };
  return (
    <div class="details">
      <button type="button" class="summary" aria-expanded={isOpen} onClick={toggle}>
        <slot name="summary" />
        <span class={classes('summary-mark', isOpen && 'open')}>
          <Icon name="chevron-down" />
        </span>
      </button>
      <div ref={body} class="details-body" hidden={!isOpen}>
        <slot />
      </div>
    </div>
  );
};

type TabElement = HTMLElement & { controls?: string; disabled?: boolean };

/** Chooses the panel of the selected tab. The tab list and the panels render themselves. */
const tabs: View = (properties, element) => {
  const { host } = element;
  const tabsOf = () => [...host.querySelectorAll<TabElement>('s-tab')];
  const isDisabled = flag(properties, 'disabled');
  const selected =
    text(properties, 'value') ??
    text(properties, 'defaultValue') ??
    tabsOf().find((tab) => tab.controls)?.controls;
  useEffect(() => {
    for (const tab of tabsOf()) {
      const isSelected = tab.controls === selected;
      setAttribute(tab, 'aria-selected', String(isSelected));
      setAttribute(tab, 'aria-disabled', isDisabled || tab.disabled ? 'true' : undefined);
      tab.tabIndex = isSelected ? 0 : -1;
    }
    for (const panel of host.querySelectorAll<HTMLElement>('s-tab-panel')) {
      panel.hidden = panel.id !== selected;
    }
  });
  const select = (tab: TabElement | undefined) => {
    if (!tab || tab.disabled || isDisabled || tab.controls === selected) return;
    const value = tab.controls ?? '';
    element.change({ value });
    element.emit('change', { properties: { value } });
  };
  const tabOf = (event: Event) => tabsOf().find((tab) => event.composedPath().includes(tab));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: The tabs are interactive; their events bubble.
    <div
      onClick={(event) => select(tabOf(event))}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const current = tabOf(event);
        if (!current) return;
        if (event.key === 'Enter' || event.key === ' ') select(current);
        if (step === undefined) return;
        const all = tabsOf().filter(({ disabled }) => !disabled);
        const next = all.at((all.indexOf(current) + step) % all.length);
        next?.focus();
        select(next);
      }}
    >
      <slot />
    </div>
  );
};

const withRole =
  (role: string, name: string): View =>
  (_properties, element: ElementHandle) => {
    setRole(element, role);
    return (
      <div class={name}>
        <slot />
      </div>
    );
  };

export const DISCLOSURE_VIEWS: Record<string, View> = {
  's-details': details,
  's-summary': (_properties, { host }) => {
    if (host.slot !== 'summary') host.slot = 'summary';
    return <slot />;
  },
  's-tab': withRole('tab', 'tab'),
  's-tab-list': withRole('tablist', 'tab-list'),
  's-tab-panel': withRole('tabpanel', 'tab-panel'),
  's-tabs': tabs,
};
