import { type ComponentChild, h, render } from 'preact';
import type { EventDetail } from '../../contract/element-events.ts';
import type { ElementSchema } from '../../schema/element-schema.ts';
import type { CommandHandlers } from './command-handlers.ts';
import { elementStyles } from './element-styles.ts';
import { ImageNetworkContext } from './image.tsx';
import { imageNetworkOf } from './image-policy.ts';
import type { Properties } from './values.ts';

/** The operations of a view on its element. */
export interface ElementHandle {
  host: HTMLElement;
  /** The element's actions for the `command` of other elements, and for method calls of the extension. */
  commands: CommandHandlers;
  /** Sends an event to the extension. */
  emit(type: string, detail?: EventDetail): void;
  /** Sets properties that the buyer changed, and renders again. */
  change(properties: Properties): void;
  /** Replaces the rules that only this element's shadow root has. */
  setRules(css: string): void;
}

/** Sets the role on the element itself: a role inside the shadow root would not cover slotted text. */
export function setRole({ host }: Pick<ElementHandle, 'host'>, role: string): void {
  setAttribute(host, 'role', role);
}

/** Sets an attribute of an element; `undefined` removes it. */
export function setAttribute(host: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) host.removeAttribute(name);
  else if (host.getAttribute(name) !== value) host.setAttribute(name, value);
}

/** Renders one kind of element into its shadow root; `<slot>` takes the extension's children. May use hooks. */
export type View = (properties: Properties, element: ElementHandle) => ComponentChild;

/** Bubbles from an element after it has rendered. */
export const DRAWN_EVENT = 'sandbox-drawn';

const SET_BY_WORKER = Symbol('properties');

export type HostElement = HTMLElement & { properties: Properties; commands: CommandHandlers };

export const isHostElement = (element: Element | null): element is HostElement =>
  element !== null && SET_BY_WORKER in element;

/** Properties that HTMLElement already has. */
const NATIVE = new Set(['id', 'hidden', 'lang', 'dir']);

/** False for a slot that the parent does not have; its other children show, so this one shall, too. */
function hasSlot(parent: Element | null, name: string): boolean {
  const slots = [...(parent?.shadowRoot?.querySelectorAll('slot') ?? [])];
  return slots.every((slot) => slot.name !== '') || slots.some((slot) => slot.name === name);
}

/** Defines one visible element: the schema's properties become accessors, `view` renders them. */
export function defineHostElement(tag: string, schema: ElementSchema, view: View): void {
  // A component, so that a view may use hooks.
  const Root = ({ properties, element }: { properties: Properties; element: ElementHandle }) =>
    view(properties, element) as never;

  class ViewElement extends HTMLElement implements ElementHandle {
    readonly host = this;
    readonly [SET_BY_WORKER] = true;
    commands: CommandHandlers = {};
    readonly #root = this.attachShadow({ mode: 'open', delegatesFocus: false });
    readonly #rules = new CSSStyleSheet();
    #css = '';
    #properties: Record<string, unknown> = {};
    #queued = false;
    /** Values that the buyer typed and the worker has not yet echoed. */
    #typed: unknown[] = [];

    static {
      for (const name of Object.keys(schema.properties)) {
        if (NATIVE.has(name)) continue;
        Object.defineProperty(ViewElement.prototype, name, {
          configurable: true,
          get(this: ViewElement) {
            return this.#properties[name];
          },
          set(this: ViewElement, value: unknown) {
            this.#setFromWorker(name, value);
          },
        });
      }
      // The worker may call only the methods of its target's table.
      for (const method of ['showOverlay', 'hideOverlay', 'toggleOverlay', 'dismiss', 'contentWindow']) {
        Object.defineProperty(ViewElement.prototype, method, {
          value(this: ViewElement, ...args: unknown[]) {
            this.commands[method as keyof CommandHandlers]?.(...(args as [never]));
          },
        });
      }
    }

    get properties(): Properties {
      return this.#properties;
    }

    connectedCallback(): void {
      this.#root.adoptedStyleSheets = [elementStyles, this.#rules];
      if (this.slot && !hasSlot(this.parentElement, this.slot)) this.slot = '';
      this.#draw();
      // Parents render their options and choices.
      this.#root.addEventListener('slotchange', () => this.#queue());
    }

    disconnectedCallback(): void {
      // Not when the extension only moves the element.
      queueMicrotask(() => {
        if (!this.isConnected) render(null, this.#root);
      });
    }

    emit(type: string, detail?: EventDetail): void {
      const typed = detail?.properties;
      if (type === 'input' && typed && 'value' in typed) this.#typed.push(typed.value);
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    change(properties: Properties): void {
      Object.assign(this.#properties, properties);
      this.#queue();
    }

    setRules(css: string): void {
      if (css === this.#css) return;
      this.#css = css;
      this.#rules.replaceSync(css);
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
      const view = h(Root, { properties: { ...this.#properties }, element: this });
      render(h(ImageNetworkContext.Provider, { value: imageNetworkOf(this), children: view }), this.#root);
      this.dispatchEvent(new Event(DRAWN_EVENT, { bubbles: true }));
    }
  }
  customElements.define(tag, ViewElement);
}
