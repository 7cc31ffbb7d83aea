import { boxRules } from './box-rules.ts';
import type { View } from './host-element.ts';
import { Icon } from './icon.tsx';
import { Pressable } from './pressable.tsx';
import { Heading } from './text-views.tsx';
import { classes, number, text } from './values.ts';

const tile: View = (properties, element) => {
  const count = number(properties, 'itemCount');
  const subheading = text(properties, 'subheading');
  return (
    <Pressable properties={properties} element={element} class={classes('tile', text(properties, 'tone'))}>
      <Icon name="star" />
      <span>
        <b>{text(properties, 'heading')}</b>
        {subheading && <small>{subheading}</small>}
      </span>
      {count !== undefined && count > 0 && <span class="tile-count">{count}</span>}
    </Pressable>
  );
};

const posBlock: View = (properties, { host }) => (
  <section class="section" aria-label={text(properties, 'heading') ?? 'Block'}>
    <div class="section-head">
      <Heading host={host}>{text(properties, 'heading')}</Heading>
      <slot name="secondary-actions" />
    </div>
    <slot />
  </section>
);

const emptyState: View = (properties, { host }) => {
  const subheading = text(properties, 'subheading');
  return (
    <div class="empty-state">
      <span class="empty-graphic">
        <slot name="graphic">
          <Icon name="search" />
        </slot>
      </span>
      <Heading host={host}>{text(properties, 'heading')}</Heading>
      {subheading && <p class="text subdued">{subheading}</p>}
      <slot />
      <div class="button-group">
        <slot name="secondary-actions" />
        <slot name="primary-action" />
      </div>
    </div>
  );
};

/** Shows where a file of the app's backend would be: the sandbox loads no other pages. */
const embed: View = (properties, element) => {
  element.setRules(boxRules(properties));
  const source = text(properties, 'src');
  return (
    <div class="embed" role="img" aria-label={text(properties, 'accessibilityLabel') ?? 'Embedded file'}>
      <Icon name="external" />
      <span>
        {text(properties, 'type') ?? 'text/html'}
        <code>{source ?? 'no src'}</code>
      </span>
      <small>Not loaded by the sandbox</small>
    </div>
  );
};

export const POS_VIEWS: Record<string, View> = {
  's-embed': embed,
  's-empty-state': emptyState,
  's-pos-block': posBlock,
  's-tile': tile,
};
