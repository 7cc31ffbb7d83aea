import { createRemoteElement, RemoteFragmentElement } from '@remote-dom/core/elements';
import type { ElementSchema, PropertyKind } from '../schema/element-schema.ts';

/** Attributes that every element may have, and that no schema lists. */
const COMMON_ATTRIBUTES = new Set(['slot', 'id', 'class', 'style', 'key']);

const CONSTRUCTORS = {
  string: String,
  number: Number,
  boolean: Boolean,
  array: Array,
  object: Object,
} as const;

/**
 * Defines the `s-*` elements of a target in the worker. Remote DOM does not send the properties and
 * listeners of undefined elements.
 */
export function defineRemoteElements(
  elements: Record<string, ElementSchema>,
  report: (message: string) => void,
): void {
  customElements.define('remote-fragment', RemoteFragmentElement);
  for (const [tag, schema] of Object.entries(elements)) {
    customElements.define(tag, createStrictElement(tag, schema, report));
  }
}

function createStrictElement(tag: string, schema: ElementSchema, report: (message: string) => void) {
  const Base = createRemoteElement<Record<string, unknown>>({
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, kind]) => [name, definitionOf(kind)]),
    ),
    events: Object.fromEntries(schema.events.map((name) => [name, { dispatchEvent: reflectDetail(schema) }])),
    slots: schema.slots as never,
    methods: schema.methods as never,
  });
  const attributes = new Set([
    ...COMMON_ATTRIBUTES,
    ...Object.keys(schema.properties).flatMap((name) => [name.toLowerCase(), kebabCase(name)]),
  ]);
  return class extends Base {
    /** Preact sets unknown properties as attributes: a typo, or a property of another element. */
    override setAttribute(name: string, value: string): void {
      if (!attributes.has(name.toLowerCase()) && !/^(data|aria)-/.test(name)) {
        report(`<${tag}> has no property "${name}".`);
      }
      super.setAttribute(name, value);
    }
  };
}

const definitionOf = (kind: PropertyKind) =>
  kind === 'any' || kind === 'function' ? {} : { type: CONSTRUCTORS[kind] };

/** Copies the buyer's input from the event to the element before listeners run. */
function reflectDetail(schema: ElementSchema) {
  return function (
    this: { updateRemoteProperty(name: string, value: unknown): void },
    detail: unknown,
  ): void {
    if (typeof detail !== 'object' || detail === null) return;
    for (const [name, value] of Object.entries(detail)) {
      if (name in schema.properties) this.updateRemoteProperty(name, value);
    }
  };
}

const kebabCase = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
