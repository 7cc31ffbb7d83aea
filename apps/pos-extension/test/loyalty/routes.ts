import { json } from '@session-token/extension-testing/fake-server';
import { MEMBER } from '@session-token/extension-ui/testing';

export const CUSTOMER_ROUTE = 'GET /api/loyalty/customers/7';
export const ADJUST_ROUTE = 'POST /api/loyalty/customers/7/adjustments';

/** Routes of a server whose customer 7 is a member. */
export const loyaltyRoutes = {
  [CUSTOMER_ROUTE]: () => json(200, { customerId: '7', ...MEMBER }),
};
