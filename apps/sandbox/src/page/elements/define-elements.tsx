import type { DOMRemoteElementPolicy } from '@remote-dom/core/receivers';
import type { ElementSchema, PropertyKind } from '../../schema/element-schema.ts';
import { ACTION_VIEWS } from './action-views.tsx';
import { FEEDBACK_VIEWS } from './feedback-views.tsx';
import { FIELD_VIEWS } from './field-views.tsx';
import { defineHostElement, type View } from './host-element.ts';
import { LAYOUT_VIEWS } from './layout-views.tsx';
import { MEDIA_VIEWS } from './media-views.tsx';
import { PAGE_VIEWS } from './page-views.tsx';
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
  for (const [tag, schema] of Object.entries(elements)) {
    defineHostElement(tag, schema, VIEWS[tag] ?? labeledBox(tag));
  }
}

/** The elements, properties, events and methods that a worker may use in the page. */
export function elementPolicies(
  elements: Record<string, ElementSchema>,
): Record<string, DOMRemoteElementPolicy> {
  const policies: Record<string, DOMRemoteElementPolicy> = { 'remote-fragment': {} };
  for (const [tag, { properties, events, methods }] of Object.entries(elements)) {
    policies[tag] = {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, kind]) => [name, propertyPolicy(kind)]),
      ),
      attributes: ['slot'],
      events: Object.fromEntries(events.map((name) => [name, {}])),
      methods,
    };
  }
  return policies;
}

const propertyPolicy = (kind: PropertyKind) => (kind === 'any' ? {} : { type: kind });
