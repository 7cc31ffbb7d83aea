import { MAX_DELAY_MS, type ServerMode } from '../../contract/endpoints.ts';
import { needsLogin, surfaceOf } from '../../contract/surfaces.ts';
import { faultsOf, TOKEN_FAULT_TEXTS } from '../../contract/token-faults.ts';
import type { StateChange } from '../../contract/url-state.ts';

/** A state that a block can be in. */
export interface GalleryState {
  /** Unique among the states of a target. */
  id: string;
  title: string;
  description: string;
  /** The controls that produce it. */
  changes: StateChange;
  /** Whether the block is shown while its request is still pending. */
  isPending?: boolean;
}

const STAFF = '8';

const SERVER_FAILURES: Record<Exclude<ServerMode, 'up'>, readonly [title: string, description: string]> = {
  down: ['Server down', 'Nothing responds at its address.'],
  'rate-limited': ['Too many requests', 'The server responds with 429.'],
  failing: ['Server failing', 'The server responds with 500.'],
  'no-cors': ['No CORS headers', 'The browser withholds the response from the extension.'],
};

/** Every state of a target's block: people, the token's faults, the server's failures, and where it is shown. */
export function statesOf(target: string, customer: string): GalleryState[] {
  const surface = surfaceOf(target);
  const isPos = surface === 'pos';
  return [
    ...(isPos ? counterStates(customer) : buyerStates(target, customer)),
    ...faultsOf(surface).flatMap(([, faults]) =>
      faults.map((fault) => ({ id: fault, ...TOKEN_FAULT_TEXTS[fault], changes: { customer, fault } })),
    ),
    ...Object.entries(SERVER_FAILURES).map(([server, [title, description]]) => ({
      id: server,
      title,
      description,
      changes: { customer, server: server as ServerMode },
    })),
    {
      id: 'slow',
      title: 'Waiting for the server',
      description: 'The response has not arrived yet.',
      changes: { customer, delayMs: MAX_DELAY_MS },
      isPending: true,
    },
    ...(isPos ? [] : hostStates(customer)),
  ].map(({ id, title, description, changes, ...rest }) => ({
    id,
    title,
    description,
    changes,
    ...('isPending' in rest && { isPending: true }),
  }));
}

const buyerStates = (target: string, customer: string): GalleryState[] => [
  ...(needsLogin(target)
    ? []
    : [{ id: 'guest', title: 'Guest', description: 'The token names no customer.', changes: {} }]),
  {
    id: 'customer',
    title: 'Customer',
    description: `The token names customer ${customer}.`,
    changes: { customer },
  },
];

const counterStates = (customer: string): GalleryState[] => [
  { id: 'no-customer', title: 'Nobody in the cart', description: 'The cart has no customer.', changes: {} },
  {
    id: 'customer',
    title: 'Customer in the cart',
    description: `Customer ${customer} is in the cart.`,
    changes: { customer },
  },
  {
    id: 'staff',
    title: 'Staff pinned in',
    description: `Staff member ${STAFF} has entered a PIN. The token still names the logged-in account.`,
    changes: { customer, staff: STAFF },
  },
  {
    id: 'offline',
    title: 'POS offline',
    description: 'POS believes that it has no connection.',
    changes: { customer, connected: false },
  },
];

const hostStates = (customer: string): GalleryState[] => [
  {
    id: 'no-network',
    title: 'No network access',
    description: 'The extension lacks the capability network_access.',
    changes: { customer, networkAccess: false },
  },
  {
    id: 'unsaved',
    title: "Editor's preview, before the first save",
    description: 'The merchant adds the block. Shopify has no token for it yet.',
    changes: { customer, editor: true, fault: 'unavailable' },
  },
  {
    id: 'published',
    title: 'Failure for live buyers',
    description: 'A published version, and a token for another app.',
    changes: { customer, published: true, fault: 'audience' },
  },
];
