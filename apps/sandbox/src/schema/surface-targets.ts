import type { Surface } from '../contract/surfaces.ts';
import { CHECKOUT_TARGETS } from './checkout-targets.ts';
import { CUSTOMER_ACCOUNT_TARGETS } from './customer-account-targets.ts';
import { POS_TARGETS } from './pos-targets.ts';

/** The targets that the element tables are generated for. */
export const SURFACE_TARGETS: Record<Surface, readonly string[]> = {
  checkout: CHECKOUT_TARGETS,
  'customer-account': CUSTOMER_ACCOUNT_TARGETS,
  pos: POS_TARGETS,
};

/** The folder of a surface in @shopify/ui-extensions. */
export const SURFACE_FOLDERS: Record<Surface, string> = {
  checkout: 'checkout',
  'customer-account': 'customer-account',
  pos: 'point-of-sale',
};
