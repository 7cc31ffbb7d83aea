import { type ComponentChild, render } from 'preact';
import type { ElementSchema } from '../../schema/element-schema.ts';
import { elementStyles } from './element-styles.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** The operations of a view on its element. */
export interface ElementHandle {
  host: HTMLElement;
  /** Sends an event to the extension; `detail` reaches the worker before its listeners run. */
  emit(type: string, detail?: Properties): void;
  /** Sets properties that the buyer changed, and renders again. */
  change(properties: Properties): void;
}

/** Sets the role on the element itself: a role inside the shadow root would not cover slotted text. */
export function setRole({ host }: ElementHandle, role: string): void {
  if (host.getAttribute('role') !== role) host.setAttribute('role', role);
}

/** Renders one kind of element into its shadow root; `<slot>` takes the extension's children. */
export type View = (properties: Properties, element: ElementHandle) => ComponentChild;

/** Bubbles from an element after it has rendered. */
export const DRAWN_EVENT = 'sandbox-drawn';

const SET_BY_WORKER = Symbol('properties');

type HostElementLike = Element & { properties: Properties };

export const isHostElement = (element: Element): element is HostElementLike => SET_BY_WORKER in element;

/** Properties that HTMLElement already has. */
const NATIVE = new Set(['id', 'hidden', 'lang', 'dir']);

/** Defines one visible element: the schema's properties become accessors, `view` renders them. */
export function defineHostElement(tag: string, schema: ElementSchema, view: View): void {
  class HostElement extends HTMLElement implements ElementHandle {
    readonly host = this;
    readonly [SET_BY_WORKER] = true;
    readonly #root = this.attachShadow({ mode: 'open' });
    #properties: Record<string, unknown> = {};
    #queued = false;
    /** Values that the buyer typed and the worker has not yet echoed. */
    #typed: unknown[] = [];

    static {
      for (const name of Object.keys(schema.properties)) {
        if (NATIVE.has(name)) continue;
        Object.defineProperty(HostElement.prototype, name, {
          configurable: true,
          get(this: HostElement) {
            return this.#properties[name];
          },
          set(this: HostElement, value: unknown) {
            this.#setFromWorker(name, value);
          },
        });
      }
    }

    get properties(): Properties {
      return this.#properties;
    }

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [elementStyles];
      this.#draw();
      // Parents render their options and choices.
      this.#root.addEventListener('slotchange', () => this.#queue());
    }

    emit(type: string, detail?: Properties): void {
      if (type === 'input' && detail && 'value' in detail) this.#typed.push(detail.value);
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    change(properties: Properties): void {
      Object.assign(this.#properties, properties);
      this.#queue();
    }

    #setFromWorker(name: string, value: unknown): void {
      // A late echo of earlier input must not overwrite newer input.
      if (name === 'value' && this.#typed.includes(value)) {
        this.#typed.splice(0, this.#typed.indexOf(value) + 1);
        if (this.#typed.length > 0) return;
      }
      if (this.#properties[name] === value) return;
      this.#properties[name] = value;
      this.#queue();
    }

    #queue(): void {
      if (this.#queued) return;
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        if (this.isConnected) this.#draw();
      });
    }

    #draw(): void {
      render(view(this.#properties, this), this.#root);
      this.dispatchEvent(new Event(DRAWN_EVENT, { bubbles: true }));
    }
  }
  customElements.define(tag, HostElement);
}
