import { type Properties, setRole, type View } from './host-element.ts';
import { text } from './values.ts';

const toneClass = (properties: Properties) =>
  ['text', text(properties, 'tone'), text(properties, 'color'), text(properties, 'type')]
    .filter(Boolean)
    .join(' ');

const list =
  (classes: string): View =>
  (_properties, element) => {
    setRole(element, 'list');
    return (
      <div class={classes}>
        <slot />
      </div>
    );
  };

export const TEXT_VIEWS: Record<string, View> = {
  's-text': (properties) => (
    <span class={toneClass(properties)}>
      <slot />
    </span>
  ),
  's-paragraph': (properties) => (
    <p class={toneClass(properties)}>
      <slot />
    </p>
  ),
  's-heading': () => (
    <h2 class="heading">
      <slot />
    </h2>
  ),
  's-link': (properties) => (
    <a class="link" href={text(properties, 'href')} target="_blank" rel="noreferrer">
      <slot />
    </a>
  ),
  's-badge': (properties) => (
    <span class={`badge ${text(properties, 'tone') ?? ''}`}>
      <slot />
    </span>
  ),
  's-chip': () => (
    <span class="badge">
      <slot name="graphic" />
      <slot />
    </span>
  ),
  's-abbreviation': (properties) => (
    <abbr title={text(properties, 'title')}>
      <slot />
    </abbr>
  ),
  's-time': () => (
    <time>
      <slot />
    </time>
  ),
  's-unordered-list': list('list'),
  's-ordered-list': list('list ordered'),
  's-list-item': (_properties, element) => {
    setRole(element, 'listitem');
    return (
      <div class="item">
        <slot />
      </div>
    );
  },
};
