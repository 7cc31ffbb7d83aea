import type { DOMRemoteElementPolicy } from '@remote-dom/core/receivers';
import { PLACEHOLDER } from '../../contract/placeholder.ts';
import type { ElementSchema, PropertyKind } from '../../schema/element-schema.ts';

/** The elements, properties, events and methods that a worker may use in the page. */
export function elementPolicies(
  elements: Record<string, ElementSchema>,
): Record<string, DOMRemoteElementPolicy> {
  const policies: Record<string, DOMRemoteElementPolicy> = {
    'remote-fragment': {},
    [PLACEHOLDER]: {
      properties: { name: { type: 'string' } },
      attributes: ['slot'],
      events: {},
      methods: [],
    },
  };
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
