import type { SessionTokenVerifier } from '../verifier.ts';
import type { Rejection } from './rejection.ts';

/** Options of every adapter. */
export interface GuardOptions<Request> {
  /** One per process: it holds the keys and the cache. */
  verifier: Pick<SessionTokenVerifier, 'verify'>;
  /**
   * Whether the guard answers preflights and adds the CORS headers. Default `true`. With `false`, something that
   * runs before the guard must do both, or no extension can call the route or read its errors.
   */
  cors?: boolean;
  /**
   * Called for each rejected request; the response waits for it. May throw another error for the framework to handle.
   */
  onRejected?: (rejection: Rejection, request: Request) => void | Promise<void>;
}
