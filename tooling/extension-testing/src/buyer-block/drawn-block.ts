import { CUSTOMER, type FakeRoutes, fakeServer, json } from '../fake-server.ts';
import { loyaltyRoutes } from '../loyalty/routes.ts';

export interface BlockOptions {
  /** Default `en`. */
  language?: string;
  /** Built in as `APP_URL`. Default: an address. */
  appUrl?: string;
  /** Drawn in the editor. */
  inEditor?: boolean;
  /** Default: the host grants `network_access`. */
  capabilities?: 'network_access'[];
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
}

/** Draws the block of one surface by its own entry. Removed when it goes out of scope. */
export type DrawBlock = (options: BlockOptions) => Promise<Disposable & { usedKeys: ReadonlySet<string> }>;

export const SESSION_ROUTE = 'GET /api/session-token';

/** A server that knows a customer, but for the routes that are given. */
export const serverOf = (routes: FakeRoutes = {}) =>
  fakeServer({
    [SESSION_ROUTE]: () => json(200, CUSTOMER),
    ...loyaltyRoutes,
    ...routes,
  });
