import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { Api } from '../api.ts';

/** A guest is a buyer who followed the link in an email and has not logged in. */
export const account: Api = {
  values: ({ state: { customer } }) => ({
    'authenticatedAccount.customer': customer && { id: `gid://shopify/Customer/${customer}` },
    'authenticatedAccount.purchasingCompany': undefined,
    authenticationState: customer ? 'fully_authenticated' : 'pre_authenticated',
  }),
  host: { requireLogin: (page) => page.setControls({ customer: DEFAULT_CUSTOMER }) },
};
