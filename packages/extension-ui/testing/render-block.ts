import { CUSTOMER, type FakeRoutes, fakeServer, json } from '@session-token/extension-testing/fake-server';
import { loyaltyRoutes } from './loyalty/routes.ts';

export interface BlockOptions {
  /** Default `en`. */
  language?: string;
  /** Value of `APP_URL` in the build. Default: an address. */
  appUrl?: string;
  /** Whether to render in the editor. */
  isEditor?: boolean;
  /** Whether the version is not published. Default: in a live store. */
  isDevelopment?: boolean;
  /** Default: the host grants `network_access`. */
  capabilities?: 'network_access'[];
  getToken?: () => Promise<string>;
  fetch?: typeof fetch;
}

/** Renders the block of one surface through the extension's entry. Disposing of the result removes the block. */
export type RenderBlock = (
  options: BlockOptions,
) => Promise<Disposable & { usedKeys: ReadonlySet<string>; unmount: () => void }>;

export const SESSION_ROUTE = 'GET /api/session-token';

/** Routes of a server with a logged-in customer, some of them replaced. */
export const serverOf = (routes: FakeRoutes = {}) =>
  fakeServer({
    [SESSION_ROUTE]: () => json(200, CUSTOMER),
    ...loyaltyRoutes,
    ...routes,
  });

/** A state of the block: its render options, and whether its button was clicked. */
export interface BlockState {
  options: BlockOptions;
  isClicked?: boolean;
}

/** The block in front of a server with the given routes. */
export const stateOf = (...routes: Parameters<typeof serverOf>): BlockState => ({
  options: { fetch: serverOf(...routes).fetch },
});
