import type { ElementSchema } from '../../schema/element-schema.ts';
import { ACTION_VIEWS } from './action-views.tsx';
import { FEEDBACK_VIEWS } from './feedback-views.tsx';
import { FIELD_VIEWS } from './field-views.tsx';
import { defineHostElement, type View } from './host-element.ts';
import { LAYOUT_VIEWS } from './layout-views.tsx';
import { MEDIA_VIEWS } from './media-views.tsx';
import { PAGE_VIEWS } from './page-views.tsx';
import { definePlaceholder } from './placeholder.tsx';
import { TEXT_VIEWS } from './text-views.tsx';

const VIEWS: Record<string, View> = {
  ...ACTION_VIEWS,
  ...FEEDBACK_VIEWS,
  ...FIELD_VIEWS,
  ...LAYOUT_VIEWS,
  ...MEDIA_VIEWS,
  ...PAGE_VIEWS,
  ...TEXT_VIEWS,
};

/** Renders an element that has no view: its tag name and its children. */
const labeledBox =
  (tag: string): View =>
  () => (
    <div class="labeled">
      <small>{tag}</small>
      <slot />
    </div>
  );

export function defineHostElements(elements: Record<string, ElementSchema>): void {
  definePlaceholder();
  for (const [tag, schema] of Object.entries(elements)) {
    defineHostElement(tag, schema, VIEWS[tag] ?? labeledBox(tag));
  }
}
