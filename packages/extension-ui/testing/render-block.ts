import { CUSTOMER, type FakeRoutes, fakeServer, json } from '@session-token/extension-testing/fake-server';
import { loyaltyRoutes } from './loyalty/routes.ts';

export interface BlockOptions {
  /** Default `en`. */
  language?: string;
  /** Built in as `APP_URL`. Default: an address. */
  appUrl?: string;
  /** Rendered in the editor. */
  isEditor?: boolean;
  /** Not published. Default: in a live store. */
  isDevelopment?: boolean;
  /** Default: the host grants `network_access`. */
  capabilities?: 'network_access'[];
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
}

/** Renders the block of one surface through the extension's own entry. Removed when it goes out of scope. */
export type RenderBlock = (
  options: BlockOptions,
) => Promise<Disposable & { usedKeys: ReadonlySet<string>; unmount: () => void }>;

export const SESSION_ROUTE = 'GET /api/session-token';

/** A server that knows a customer, with the given routes replaced. */
export const serverOf = (routes: FakeRoutes = {}) =>
  fakeServer({
    [SESSION_ROUTE]: () => json(200, CUSTOMER),
    ...loyaltyRoutes,
    ...routes,
  });

/** A state of the block: how it is rendered, and whether its button has been clicked. */
export interface BlockState {
  options: BlockOptions;
  isClicked?: boolean;
}

/** The block in front of a server with the given routes. */
export const stateOf = (...routes: Parameters<typeof serverOf>): BlockState => ({
  options: { fetch: serverOf(...routes).fetch },
});
