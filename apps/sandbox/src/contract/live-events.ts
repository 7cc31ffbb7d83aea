import type { Exchange } from './exchange.ts';
import type { ExtensionState } from './extension-state.ts';

/** What the sandbox tells every open page, as server-sent events named by key. */
export interface LiveEvents {
  exchange: Exchange;
  /** Sent on connection too. */
  extension: ExtensionState;
}
