import { type FakeRoutes, json } from '@session-token/extension-testing/fake-server';
import { MEMBER } from './fixtures.ts';

export const LOYALTY_ROUTE = 'GET /api/loyalty';
export const JOIN_ROUTE = 'POST /api/loyalty/enrollment';

/** Routes of a server whose customer is a member. */
export const loyaltyRoutes: FakeRoutes = { [LOYALTY_ROUTE]: () => json(200, MEMBER) };
