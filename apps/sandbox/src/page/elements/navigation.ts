import { type Properties, text } from './values.ts';

/** Bubbles from a link or button that the buyer followed. The page decides what happens: nothing opens by itself. */
export const NAVIGATE_EVENT = 'sandbox-navigate';

export interface Navigation {
  /** As the extension wrote it: `https:`, `mailto:`, `extension:`, `/path`. */
  href: string;
  /** `_blank`, or `auto`. */
  target: string;
}

/** Asks the page to follow the element's `href`, if it has one. */
export function navigate(host: HTMLElement, properties: Properties): void {
  const href = text(properties, 'href');
  if (href === undefined) return;
  const detail: Navigation = { href, target: text(properties, 'target') ?? 'auto' };
  host.dispatchEvent(new CustomEvent(NAVIGATE_EVENT, { bubbles: true, detail }));
}
