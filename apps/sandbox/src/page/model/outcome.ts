import type { ApiErrorCode, ErrorResponse, SessionTokenResponse } from '@session-token/shared';
import type { Exchange } from '../../contract/exchange.ts';
import { corsProblem } from './cors-problem.ts';

/** How the newest trip of the extension ended. */
export type Outcome =
  | { kind: 'waiting' }
  /** Without a session where the route does not tell whom it knows. */
  | { kind: 'verified'; session?: SessionTokenResponse; exchange: Exchange }
  | { kind: 'refused'; code: ApiErrorCode; message: string; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange }
  /** The server answered, but the browser keeps the answer from the extension. */
  | { kind: 'blocked'; reason: string; exchange: Exchange }
  | { kind: 'no-network' }
  | { kind: 'no-token'; message: string };

export interface Run {
  networkAccess: boolean;
  /** Why `sessionToken.get()` threw, if it did. */
  tokenError?: string;
  /** Newest last. */
  exchanges: readonly Exchange[];
}

/** The route that says whom the server knows. */
const SESSION_TOKEN_PATH = '/api/session-token';

/** Judges by what was on the wire, never by what the extension shows. */
export function outcomeOf({ networkAccess, tokenError, exchanges }: Run): Outcome {
  if (tokenError !== undefined) return { kind: 'no-token', message: tokenError };
  const exchange = exchanges.findLast(concernsToken) ?? exchanges.findLast(({ preflight }) => !preflight);
  if (!exchange) return { kind: networkAccess ? 'waiting' : 'no-network' };
  if (exchange.status === undefined) return { kind: 'unreachable', exchange };
  const reason = corsProblem(exchange);
  if (reason) return { kind: 'blocked', reason, exchange };
  const body = parseBody(exchange.responseBody);
  if (exchange.status < 400) {
    return exchange.path === SESSION_TOKEN_PATH
      ? { kind: 'verified', exchange, session: body as SessionTokenResponse }
      : { kind: 'verified', exchange };
  }
  const { code, message } = body as ErrorResponse;
  return { kind: 'refused', code, message, exchange };
}

/** What another route says of the business, such as "not enrolled", is no outcome on the token. */
function concernsToken(exchange: Exchange): boolean {
  const { preflight, path, status } = exchange;
  if (status === undefined || corsProblem(exchange)) return true;
  return !preflight && (path === SESSION_TOKEN_PATH || status === 401);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
