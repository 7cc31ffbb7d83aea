import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { flag, text } from './values.ts';

/** Views of whole screens, and of parts that a surface styles itself. */
export const PAGE_VIEWS: Record<string, View> = {
  's-page': (properties) => (
    <div class="page">
      <div class="page-head">
        <div>
          {text(properties, 'heading') && <h2 class="page-heading">{text(properties, 'heading')}</h2>}
          {text(properties, 'subheading') && <p class="text subdued">{text(properties, 'subheading')}</p>}
        </div>
        <slot name="primary-action" />
        <slot name="secondary-actions" />
      </div>
      <slot />
      <slot name="aside" />
    </div>
  ),
  's-tile': (properties) => (
    <button
      type="button"
      class={`tile ${text(properties, 'tone') ?? ''}`}
      disabled={flag(properties, 'disabled')}
    >
      <Icon name="star" />
      <span>
        <b>{text(properties, 'heading')}</b>
        {text(properties, 'subheading') && <small>{text(properties, 'subheading')}</small>}
      </span>
      {typeof properties.itemCount === 'number' && <span class="badge">{properties.itemCount}</span>}
    </button>
  ),
  's-pos-block': (properties) => (
    <section class="pos-block">
      {text(properties, 'heading') && <h2 class="heading">{text(properties, 'heading')}</h2>}
      <slot />
      <slot name="secondary-actions" />
    </section>
  ),
  's-empty-state': (properties) => (
    <div class="empty-state">
      <h2 class="heading">{text(properties, 'heading')}</h2>
      {text(properties, 'subheading') && <p class="text subdued">{text(properties, 'subheading')}</p>}
      <slot />
      <slot name="primary-action" />
      <slot name="secondary-actions" />
    </div>
  ),
  's-button-group': () => (
    <div class="stack inline small-gap">
      <slot />
      <slot name="primary-action" />
      <slot name="secondary-actions" />
    </div>
  ),
  's-avatar': (properties) => (
    <span class="avatar" role="img" aria-label={text(properties, 'alt') ?? ''}>
      {text(properties, 'initials') ?? <Icon name="profile" />}
    </span>
  ),
};
