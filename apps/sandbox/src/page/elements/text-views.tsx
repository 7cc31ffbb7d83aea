import { h } from 'preact';
import { displayCss } from './box-rules.ts';
import { type ElementHandle, setAttribute, setRole, type View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { parseResponsive, responsiveRules } from './responsive.ts';
import { classes, type Properties, text } from './values.ts';

const toneClass = (properties: Properties) =>
  classes('text', text(properties, 'tone'), text(properties, 'color'), text(properties, 'type'));

/** The HTML element of each `type` of `s-text`. */
const TEXT_TAGS: Record<string, string> = {
  address: 'address',
  redundant: 's',
  mark: 'mark',
  emphasis: 'em',
  offset: 'i',
  strong: 'strong',
  small: 'small',
};

/** Applies `display` and the visibility for assistive technologies. */
function setVisibility(properties: Properties, element: ElementHandle): void {
  const display = parseResponsive(text(properties, 'display') ?? '');
  element.setRules(display ? responsiveRules(':host', display, displayCss) : '');
  const visibility = text(properties, 'accessibilityVisibility');
  setAttribute(element.host, 'aria-hidden', visibility === 'hidden' ? 'true' : undefined);
  element.host.classList.toggle('visually-hidden', visibility === 'exclusive');
}

/** 2 for a heading on its own, one more in each section that has a heading. */
function headingLevel(host: HTMLElement): number {
  let level = 2;
  for (let parent = host.parentElement; parent; parent = parent.parentElement) {
    if (/^s-(page|section|modal|sheet|pos-block)$/.test(parent.localName) && 'heading' in parent) {
      if (parent.heading) level++;
    }
  }
  return Math.min(level, 6);
}

/** A heading of the level that its place among the sections gives it. */
export function Heading({ host, children }: { host: HTMLElement; children: string | undefined }) {
  if (!children) return null;
  const level = headingLevel(host);
  return h(`h${level}`, { class: `heading level-${level}` }, children);
}

const list =
  (name: string): View =>
  (_properties, element) => {
    setRole(element, 'list');
    return (
      <div class={name}>
        <slot />
      </div>
    );
  };

export const TEXT_VIEWS: Record<string, View> = {
  's-text': (properties, element) => {
    setVisibility(properties, element);
    const tag = TEXT_TAGS[text(properties, 'type') ?? ''] ?? 'span';
    return h(tag, { class: toneClass(properties) }, <slot />);
  },
  's-paragraph': (properties, element) => {
    setVisibility(properties, element);
    return (
      <p class={toneClass(properties)}>
        <slot />
      </p>
    );
  },
  's-heading': (properties, { host }) => {
    const level = headingLevel(host);
    const plain = /^(none|presentation)$/.test(text(properties, 'accessibilityRole') ?? '');
    return h(plain ? 'div' : `h${level}`, { class: `heading level-${level}` }, <slot />);
  },
  's-badge': (properties) => {
    const icon = text(properties, 'icon');
    const atEnd = text(properties, 'iconPosition') === 'end';
    return (
      <span
        class={classes(
          'badge',
          text(properties, 'tone'),
          text(properties, 'color'),
          text(properties, 'size'),
          atEnd && 'reversed',
        )}
      >
        {icon && <Icon name={icon} />}
        <slot />
      </span>
    );
  },
  's-abbreviation': (properties) => (
    <abbr title={text(properties, 'title')}>
      <slot />
    </abbr>
  ),
  's-time': (properties) => (
    <time dateTime={text(properties, 'dateTime')}>
      <slot />
    </time>
  ),
  's-unordered-list': list('list'),
  's-ordered-list': list('list ordered'),
  's-list-item': (_properties, element) => {
    setRole(element, 'listitem');
    return (
      <div class={element.host.parentElement?.localName === 's-ordered-list' ? 'item numbered' : 'item'}>
        <slot />
      </div>
    );
  },
};
