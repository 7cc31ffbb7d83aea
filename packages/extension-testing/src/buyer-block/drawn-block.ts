import type { FakeRoutes } from '../fake-server.ts';
import { CUSTOMER, fakeServer, json, MEMBER } from '../fake-server.ts';

export interface BlockOptions {
  /** Default `en`. */
  language?: string;
  /** What the merchant set. */
  apiBaseUrl?: string;
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
export const LOYALTY_ROUTE = 'GET /api/loyalty';
export const JOIN_ROUTE = 'POST /api/loyalty/enrollment';

/** A server that knows a customer who is a member, but for the routes that are given. */
export const serverOf = (routes: FakeRoutes = {}) =>
  fakeServer({
    [SESSION_ROUTE]: () => json(200, CUSTOMER),
    [LOYALTY_ROUTE]: () => json(200, MEMBER),
    ...routes,
  });
