import { SURFACES, type Surface, surfaceOf } from '../../contract/surfaces.ts';
import checkout from '../../generated/checkout-elements.json' with { type: 'json' };
import customerAccount from '../../generated/customer-account-elements.json' with { type: 'json' };
import pos from '../../generated/pos-elements.json' with { type: 'json' };
import type { ElementSchema, ElementSchemas } from '../../schema/element-schema.ts';

const TABLES: Record<Surface, ElementSchemas> = {
  checkout: checkout as ElementSchemas,
  'customer-account': customerAccount as ElementSchemas,
  pos: pos as ElementSchemas,
};

/** Every target of a surface, in alphabetical order. */
export const targetsOf = (surface: Surface): string[] => Object.keys(TABLES[surface].targets);

/** The elements that a target may use; none for a target that renders nothing, or an unknown one. */
export function elementsOf(target: string): Record<string, ElementSchema> {
  const { targets, elements } = TABLES[surfaceOf(target)];
  return Object.fromEntries((targets[target] ?? []).map((tag) => [tag, elements[tag]!]));
}

/** Every element of every surface, with the properties of all surfaces: the page defines each only once. */
export function allElements(): Record<string, ElementSchema> {
  const all: Record<string, ElementSchema> = {};
  for (const [tag, schema] of SURFACES.flatMap((surface) => Object.entries(TABLES[surface].elements))) {
    const known = all[tag];
    all[tag] = known ? { ...known, properties: { ...known.properties, ...schema.properties } } : schema;
  }
  return all;
}
