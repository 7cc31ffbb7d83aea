import { RemoteElement, RemoteEvent, RemoteFragmentElement } from '@remote-dom/core/elements';
import type { EventDetail } from '../contract/element-events.ts';
import type { ElementSchema, PropertyKind } from '../schema/element-schema.ts';
import type { ElementWarnings } from './element-warnings.ts';

/** Attributes that every element may have, and that no schema lists. */
const COMMON_ATTRIBUTES = new Set(['slot', 'id', 'class', 'classname', 'key', 'is']);

const CONSTRUCTORS = {
  string: String,
  number: Number,
  boolean: Boolean,
  array: Array,
  object: Object,
} as const;

/**
 * Defines the `s-*` elements of a target in the worker, each on its first use: defining all of them takes longer than
 * evaluating an ordinary bundle. Remote DOM does not send the properties and listeners of undefined elements.
 */
export function defineRemoteElements(
  elements: Readonly<Record<string, ElementSchema>>,
  warnings: ElementWarnings,
): void {
  customElements.define('remote-fragment', RemoteFragmentElement);
  const pending = new Map(Object.entries(elements));
  const registry = Object.getPrototypeOf(customElements) as CustomElementRegistry;
  function definePending(tag: string): void {
    const schema = pending.get(tag);
    if (!schema) return;
    pending.delete(tag);
    registry.define.call(customElements, tag, createTolerantElement(tag, schema, warnings));
  }
  for (const method of ['get', 'define', 'whenDefined'] as const) {
    customElements[method] = (tag: string, ...rest: never[]) => {
      definePending(tag);
      return (registry[method] as (...args: unknown[]) => never).call(customElements, tag, ...rest);
    };
  }
}

/** Properties that have the value of another one until the extension or the buyer sets them. */
const DEFAULTS: Record<string, string> = {
  value: 'defaultValue',
  checked: 'defaultChecked',
  open: 'defaultOpen',
  pressed: 'defaultPressed',
  selected: 'defaultSelected',
  view: 'defaultView',
};

function createTolerantElement(tag: string, schema: ElementSchema, warnings: ElementWarnings) {
  const names = Object.keys(schema.properties);
  const kebabNames = new Set(names.map(kebabCase));
  /** Remote DOM observes `inline-size`. HTML is not case-sensitive, so `inlineSize` arrives as `inlinesize`. */
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), kebabCase(name)]));
  const events = new Set(schema.events);
  const methods = schema.methods.filter((name) => name !== 'contentWindow');
  const hasContentWindow = methods.length < schema.methods.length;
  // One class only: a subclass of a remote element loses the attributes that set its properties.
  return class extends RemoteElement {
    static override readonly remoteProperties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, kind]) => [name, definitionOf(name, kind)]),
    );
    static override readonly remoteEvents = Object.fromEntries(
      schema.events.map((name) => [name, { dispatchEvent: createEvent(name, schema) }]),
    );
    static override readonly remoteSlots = schema.slots;
    static override readonly remoteMethods = methods;

    constructor() {
      super();
      for (const [name, initial] of Object.entries(DEFAULTS)) {
        const property = Object.getOwnPropertyDescriptor(this, name);
        if (!property?.get || !(initial in schema.properties)) continue;
        const { get } = property;
        const read = () => get() ?? (this as unknown as Record<string, unknown>)[initial];
        Object.defineProperty(this, name, { ...property, get: read });
      }
      if (hasContentWindow) {
        // Not a method, in spite of the table: an object that posts messages to the page of `s-chat`.
        const postMessage = (message: unknown) => this.callRemoteMethod('contentWindow', message);
        Object.defineProperty(this, 'contentWindow', { value: { postMessage } });
      }
    }

    /** Preact sets unknown properties as attributes: a typo, or a property of another element. */
    override setAttribute(name: string, value: string): void {
      const attribute = name.toLowerCase();
      const observed = byLowerCase.get(attribute) ?? attribute;
      if (!kebabNames.has(observed) && !isCommon(attribute)) warnings.property(tag, name, value);
      super.setAttribute(observed, value);
    }

    override removeAttribute(name: string): void {
      super.removeAttribute(byLowerCase.get(name.toLowerCase()) ?? name);
    }

    override addEventListener(type: string, ...rest: ListenerArguments): void {
      if (!events.has(type)) warnings.event(tag, type);
      super.addEventListener(type, ...rest);
    }

    /** Preact writes to it for the property `style`. */
    override get style(): CSSStyleDeclaration {
      warnings.style(tag);
      return inertStyle();
    }
  };
}

type ListenerArguments = [
  listener: EventListenerOrEventListenerObject | null,
  options?: boolean | AddEventListenerOptions,
];

const isCommon = (attribute: string) =>
  COMMON_ATTRIBUTES.has(attribute) || /^(data|aria)-/.test(attribute) || attribute === 'role';

/** A style declaration without effect: Remote DOM's elements have none, and Preact would throw. */
const inertStyle = () => ({ setProperty() {}, removeProperty() {} }) as unknown as CSSStyleDeclaration;

/** Lets Preact set `style` on unknown and HTML elements, which the page replaces by placeholders. */
export function addInertStyles(prototype: object): void {
  Object.defineProperty(prototype, 'style', { get: inertStyle, configurable: true });
}

function definitionOf(name: string, kind: PropertyKind) {
  if (kind === 'any' || kind === 'function') return {};
  // Remote DOM would send `false` for a boolean that the extension does not set, and so override its default.
  return { type: CONSTRUCTORS[kind], ...(kind === 'boolean' && name in DEFAULTS && { default: null }) };
}

/** Copies the buyer's input to the element before listeners run, and gives the event its members. */
function createEvent(type: string, schema: ElementSchema) {
  return function (
    this: { updateRemoteProperty(name: string, value: unknown): void },
    detail: unknown,
  ): RemoteEvent {
    const { properties = {}, members = {} } = Object(detail) as EventDetail;
    for (const [name, value] of Object.entries(properties)) {
      if (name in schema.properties) this.updateRemoteProperty(name, value);
    }
    return Object.assign(new RemoteEvent(type), members);
  };
}

const kebabCase = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
