import type { ServerMode } from './endpoints.ts';

/** A request of the extension that has reached the recording proxy, and is pending. */
export interface StartedExchange {
  /** Counts the requests of one page, in the order of their arrival. */
  id: number;
  method: string;
  /** Path with query. */
  path: string;
  /** The origin in the extension's request; absent for the app's own address, `APP_URL`. */
  destination?: string;
  /** Path at the proxy, if `destination` is set. */
  proxiedPath?: string;
  /** Whether it went to the app's server. */
  isForApp: boolean;
  /** The `Origin` header: `null` from an extension's worker; absent if not sent. */
  origin?: string;
  /** Whether the extension requested it with `credentials: 'include'`. */
  withCredentials?: boolean;
  /** Whether this is a CORS preflight. */
  preflight: boolean;
  /** Lower-case names. The token in `authorization` is shortened. */
  requestHeaders: Record<string, string>;
}

/** One request of the extension and its response, as the recording proxy saw them on the wire. */
export interface Exchange extends StartedExchange {
  /** HTTP status; absent if there was no response, and `failure` says why. */
  status?: number;
  failure?: string;
  /** The host that the sandbox refused to call, here or as the target of a redirect. */
  refusedHost?: string;
  /** The fault that the sandbox injected. The app's server never saw the request, except with `no-cors`. */
  injected?: InjectedFault;
  durationMs: number;
  requestBody: string;
  responseHeaders: Record<string, string>;
  /** At most 16 KB. */
  responseBody: string;
}

/** Maximum length of a recorded body. Longer ones end in `…`. */
export const MAX_BODY_CHARACTERS = 16 * 1024;

export const isShortened = (body: string): boolean => body.length > MAX_BODY_CHARACTERS;

export type InjectedFault = Exclude<ServerMode, 'up'>;
