import type { Exchange, StartedExchange } from './exchange.ts';
import type { ExtensionState } from './extension-state.ts';
import type { NetworkPolicy } from './network-policy.ts';
import type { ServerState } from './server-state.ts';

/** The events that the sandbox sends to the open pages. */
export interface LiveEvents {
  /** First on every connection. */
  hello: Hello;
  /** Sent on connection too. */
  extensions: readonly ExtensionState[];
  /** Sent on connection too. */
  server: ServerState;
  /** Sent, as the next, only to the page whose extension made the request. */
  exchangeStart: StartedExchange;
  /** Completes the `exchangeStart` with the same id. */
  exchange: Exchange;
}

/** One line of the event stream. */
export type LiveEvent = {
  [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] };
}[keyof LiveEvents];

export interface Hello {
  /** Differs from run to run: tokens and traffic of another run are void. */
  runId: string;
  /** The key of this run. A page that connected with the previous run's key continues with this one. */
  key: string;
  /** The `aud` that the app's server expects. */
  clientId: string;
  /** Address of the app's server for this page's extension. */
  apiOrigin: string;
  /** Serves the worker's frame from an origin that is neither the page's nor opaque. */
  frameOrigin: string;
  policy: NetworkPolicy;
  /** Origin of the developer's own server; absent if the sandbox runs `apps/server`. */
  api?: string;
  versions: Versions;
}

/** What a bug report must name. */
export interface Versions {
  sandbox: string;
  /** Without the `v`. */
  node: string;
}
