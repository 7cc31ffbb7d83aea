import type { ApiErrorCode, ErrorResponse, SessionTokenResponse } from '@session-token/shared';
import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import { corsProblem } from './cors-problem.ts';

/** The outcome of the extension's latest request. */
export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'pending'; exchange: StartedExchange }
  /** `session` is absent unless the route returns it. */
  | { kind: 'verified'; session?: SessionTokenResponse; exchange: Exchange }
  | { kind: 'rejected'; code: ApiErrorCode; message: string; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange }
  /** The sandbox sends no requests to the host. */
  | { kind: 'refused'; host: string; exchange: Exchange }
  /** The server responded, but the browser withholds the response from the extension. */
  | { kind: 'blocked'; reason: string; exchange: Exchange }
  | { kind: 'no-network' }
  | { kind: 'no-token'; message: string };

export interface Run {
  networkAccess: boolean;
  /** Why `sessionToken.get()` threw, if it did. */
  tokenError?: string;
  /** Newest last. */
  exchanges: readonly Exchange[];
  /** Requests without a response so far, newest last. */
  pending?: readonly StartedExchange[];
}

/** The route that returns the verified session. */
const SESSION_TOKEN_PATH = '/api/session-token';

/** Derives the outcome from the traffic alone, never from what the extension shows. */
export function outcomeOf({ networkAccess, tokenError, exchanges, pending = [] }: Run): Outcome {
  if (tokenError !== undefined) return { kind: 'no-token', message: tokenError };
  const latest = pending.at(-1);
  if (latest) return { kind: 'pending', exchange: latest };
  const exchange = decisiveOf(exchanges.filter(({ isForApp }) => isForApp)) ?? decisiveOf(exchanges);
  if (!exchange) return { kind: networkAccess ? 'waiting' : 'no-network' };
  if (exchange.refusedHost !== undefined) return { kind: 'refused', host: exchange.refusedHost, exchange };
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
  return { kind: 'rejected', code, message, exchange };
}

/** The section of docs/troubleshooting.md that explains an outcome; `undefined` where nothing failed. */
export function sectionOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'rejected':
      return outcome.code;
    case 'unreachable':
      return 'offline';
    case 'blocked':
      return 'cors';
    case 'no-network':
      return 'fetch_blocked';
    case 'no-token':
      return 'calls-without-a-code';
    default:
      return undefined;
  }
}

/** Method and URL of a request; the path alone if it went to the app's own address. */
export const nameOf = ({ method, destination = '', path }: StartedExchange): string =>
  `${method} ${destination}${path}`;

export const isFinished = (exchange: StartedExchange | Exchange): exchange is Exchange =>
  'durationMs' in exchange;

const decisiveOf = (exchanges: readonly Exchange[]): Exchange | undefined =>
  exchanges.findLast(concernsToken) ?? exchanges.findLast(({ preflight }) => !preflight);

/** An error of another route's business logic, such as "not enrolled", says nothing about the token. */
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
