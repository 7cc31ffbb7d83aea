import type { ElementHandle } from './host-element.ts';
import type { Properties } from './values.ts';

/** Props of a view that is a separate component. */
export interface ViewProps {
  properties: Properties;
  element: ElementHandle;
}
