import { tableVersion } from '../../contract/api-tables.ts';
import { API_VERSIONS } from '../../contract/api-versions.ts';
import { SURFACES, type Surface, surfaceOf } from '../../contract/surfaces.ts';
import checkout from '../../generated/checkout-elements.json' with { type: 'json' };
import customerAccount from '../../generated/customer-account-elements.json' with { type: 'json' };
import pos from '../../generated/pos-elements.json' with { type: 'json' };
import type { ElementSchema, ElementTable } from '../../schema/element-schema.ts';
import { createTables, type VersionHistory, valueFor } from '../../schema/version-history.ts';

const tablesOf = (json: unknown) => createTables(json as VersionHistory<ElementTable>);

const TABLES: Record<Surface, (apiVersion: string) => ElementTable> = {
  checkout: tablesOf(checkout),
  'customer-account': tablesOf(customerAccount),
  pos: tablesOf(pos),
};

/** The elements that a target may use; none for a target that renders nothing, or an unknown one. */
export function elementsOf(target: string, apiVersion: string): Record<string, ElementSchema> {
  const { targets, elements } = TABLES[surfaceOf(target)](tableVersion(target, apiVersion));
  const tags = Object.keys(valueFor(targets, target) ?? {});
  return Object.fromEntries(tags.map((tag) => [tag, elements[tag]!]));
}

/** Every element, with the properties of all surfaces and versions: the page defines each only once. */
export function allElements(): Record<string, ElementSchema> {
  const all: Record<string, ElementSchema> = {};
  for (const surface of SURFACES) {
    for (const { elements } of API_VERSIONS.map(TABLES[surface])) {
      for (const [tag, schema] of Object.entries(elements)) {
        const known = all[tag];
        all[tag] = known ? { ...known, properties: { ...known.properties, ...schema.properties } } : schema;
      }
    }
  }
  return all;
}
