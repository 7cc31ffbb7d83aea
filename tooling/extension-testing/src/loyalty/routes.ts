import type { FakeRoutes } from '../fake-server.ts';
import { json } from '../fake-server.ts';
import { MEMBER } from './fixtures.ts';

export const LOYALTY_ROUTE = 'GET /api/loyalty';
export const JOIN_ROUTE = 'POST /api/loyalty/enrollment';

/** Of a server whose customer is a member. */
export const loyaltyRoutes: FakeRoutes = { [LOYALTY_ROUTE]: () => json(200, MEMBER) };
