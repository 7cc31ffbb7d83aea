import type { ElementSchema } from '../../schema/element-schema.ts';
import { defineHostElement, type View } from './host-element.ts';
import { definePlaceholder } from './placeholder.tsx';
import { VIEWS } from './views.ts';

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
