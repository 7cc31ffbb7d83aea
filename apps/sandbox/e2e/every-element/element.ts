type Child = Element | string;
type Values = Record<string, unknown>;

/** Creates an element of the extension: `on*` adds a listener, `slot` is an attribute, all else is a property. */
export function element(tag: string, values: Values = {}, ...children: Child[]): Element {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (name === 'slot') created.setAttribute('slot', String(value));
    else if (typeof value === 'function') created.addEventListener(name.slice(2), value as EventListener);
    else (created as unknown as Values)[name] = value;
  }
  created.append(...children);
  return created;
}

const log = element('s-text', { id: 'log' });

/** The events that the extension received, newest last. */
export const eventLog = element('s-box', {}, 'Events: ', log);

/** A listener that logs its event, with these members of the element or the event. */
export const logged =
  (...members: string[]) =>
  (event: Event): void => {
    const source = event.currentTarget as unknown as Values;
    const shown = members.map((name) => JSON.stringify(source[name] ?? (event as unknown as Values)[name]));
    log.append(`${[event.type, ...shown].join(' ')}; `);
  };
