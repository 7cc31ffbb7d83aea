import checkout from '../../generated/checkout-elements.json' with { type: 'json' };
import type { ElementSchema, ElementSchemas } from '../../schema/element-schema.ts';

const TABLES = checkout as ElementSchemas;

/** Every element of the surface. */
export const ALL_ELEMENTS: Record<string, ElementSchema> = TABLES.elements;

/** The elements that a target may use; none for a target that draws nothing, or that nobody knows. */
export function elementsOf(target: string): Record<string, ElementSchema> {
  const tags = TABLES.targets[target] ?? [];
  return Object.fromEntries(tags.map((tag) => [tag, ALL_ELEMENTS[tag]!]));
}
