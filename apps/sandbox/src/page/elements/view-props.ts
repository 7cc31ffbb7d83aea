import type { ElementHandle } from './host-element.ts';
import type { Properties } from './values.ts';

/** Props of a view that is a component of its own. */
export interface ViewProps {
  properties: Properties;
  element: ElementHandle;
}
