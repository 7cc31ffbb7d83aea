import type { FailureContext } from '../describe-failure.ts';
import type { Texts } from '../texts.ts';

/**
 * What the block needs of the surface that it is drawn on. The functions read the host's signals: what
 * depends on one is asked or drawn anew when it changes.
 */
export interface BuyerHost {
  texts: Texts;
  /** Asked right before each request. */
  getToken: () => Promise<string>;
  /** Where the API is; an empty text where nobody has said so. */
  apiBaseUrl: string;
  /** Differs from one buyer to the next. A reason to ask the server again, and never sent to it. */
  buyer(): string | undefined;
  failureContext(): FailureContext;
  /** Shows the buyer a log-in; undefined where the surface has none, or the buyer has logged in. */
  logIn(): (() => unknown) | undefined;
}
