import type { CommandHandlers } from './command-handlers.ts';
import { type HostElement, isHostElement } from './host-element.ts';
import { type Properties, text } from './values.ts';

const COMMANDS: Record<string, readonly (keyof CommandHandlers)[]> = {
  '--show': ['showOverlay'],
  '--hide': ['hideOverlay', 'dismiss'],
  '--toggle': ['toggleOverlay'],
  '--copy': ['copy'],
  '--auto': ['toggleOverlay', 'copy', 'dismiss'],
};

/** Bubbles from an element that the extension uses wrongly; `detail` is the message. */
export const MISUSE_EVENT = 'sandbox-misuse';

/** Runs the `command` of an element that the buyer pressed. Returns whether it has one. */
export function runCommand(host: HTMLElement, properties: Properties): boolean {
  const id = text(properties, 'commandFor');
  if (id === undefined) return false;
  const target = findById(host, id);
  if (!target) {
    const detail = `<${host.localName}> has commandFor="${id}", but no element has that id.`;
    host.dispatchEvent(new CustomEvent(MISUSE_EVENT, { bubbles: true, detail }));
    return true;
  }
  const names = COMMANDS[text(properties, 'command') ?? '--auto'] ?? [];
  const name = names.find((candidate) => target.commands[candidate]);
  if (name) target.commands[name]?.(host as never);
  return true;
}

/** The element of the same extension with this id. */
export function findById(host: HTMLElement, id: string): HostElement | undefined {
  let top: Element = host;
  while (top.parentElement?.localName.includes('-')) top = top.parentElement;
  const found = top.parentElement?.querySelector(`#${CSS.escape(id)}`) ?? null;
  return isHostElement(found) ? found : undefined;
}
