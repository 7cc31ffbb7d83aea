import { createRemoteElement, RemoteFragmentElement } from '@remote-dom/core/elements';
import type { ElementSchema, PropertyKind } from '../schema/element-schema.ts';

/** Attributes that every element may carry and that are not the schema's business. */
const COMMON_ATTRIBUTES = new Set(['slot', 'id', 'class', 'style', 'key']);

const CONSTRUCTORS = {
  string: String,
  number: Number,
  boolean: Boolean,
  array: Array,
  object: Object,
} as const;

/**
 * Defines the `s-*` elements of a target in the worker. One that is not defined would lose its
 * properties and listeners on the way to the page.
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
    /** Preact falls back to attributes for what is not a property: a typing error, or another element's. */
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

/** The page sends what the buyer entered along with the event: it must be there before listeners read it. */
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
