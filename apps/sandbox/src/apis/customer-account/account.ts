import { type Company, DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { Api } from '../api.ts';

/** A guest is a buyer who followed the link in an email and has not logged in. */
export const account: Api = {
  values: ({ state: { customer }, scene: { company } }) => ({
    'authenticatedAccount.customer': customer && { id: `gid://shopify/Customer/${customer}` },
    'authenticatedAccount.purchasingCompany': customer && company && idsOf(company),
    authenticationState: customer ? 'fully_authenticated' : 'pre_authenticated',
  }),
  host: { requireLogin: (page) => page.setControls({ customer: DEFAULT_CUSTOMER }) },
};

/** `PurchasingCompany` of the types, which has no names there. */
const idsOf = ({ company, location }: Company) => ({
  company: { id: company.id },
  location: { id: location.id },
});
