import type { Exchange } from './exchange.ts';
import type { ExtensionState } from './extension-state.ts';

/** What the sandbox tells the open pages, as server-sent events named by key. */
export interface LiveEvents {
  /** First on every connection. */
  hello: Hello;
  /** Sent on connection too. */
  extensions: readonly ExtensionState[];
  /** To the page alone whose extension made it. */
  exchange: Exchange;
}

export interface Hello {
  /** Where this page's extension finds the app's server. */
  apiOrigin: string;
  /** Serves the worker's frame from an origin that is neither the page's nor opaque. */
  frameOrigin: string;
}
