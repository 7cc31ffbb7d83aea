import type { View } from './host-element.ts';
import { Heading } from './text-views.tsx';
import { classes, text } from './values.ts';

/** A whole screen. Its sections are cards. */
const page: View = (properties, { host }) => {
  const subheading = text(properties, 'subheading');
  return (
    <div class={classes('page', text(properties, 'inlineSize'))}>
      <slot name="breadcrumb-actions" />
      <div class="page-head">
        <div class="page-title">
          <Heading host={host}>{text(properties, 'heading')}</Heading>
          {subheading && <p class="text subdued">{subheading}</p>}
        </div>
        <slot name="secondary-actions" />
        <slot name="primary-action" />
      </div>
      <div class="page-columns">
        <div class="page-main">
          <slot />
        </div>
        <slot name="aside" />
      </div>
    </div>
  );
};

export const PAGE_VIEWS: Record<string, View> = { 's-page': page };
