import type { Api } from '../../api.ts';
import { bulkUpdate } from './bulk-update.ts';
import { currentCart } from './current.ts';
import { customerWrites } from './customer.ts';
import { discountWrites } from './discounts.ts';
import { lineWrites } from './lines.ts';
import { propertyWrites } from './properties.ts';

/** The cart. Its writes change the scene, so that every running extension and the page follow. */
export const posCart: Api = {
  values: ({ state, scene }) => ({ 'cart.current': currentCart(scene, state) }),
  isLogged: true,
  host: { ...bulkUpdate, ...customerWrites, ...discountWrites, ...lineWrites, ...propertyWrites },
};
