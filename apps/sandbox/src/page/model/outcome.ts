import type { SessionTokenResponse } from '@session-token/shared';
import { helpFor } from '../../contract/code-help.ts';
import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import { corsProblem } from './cors-problem.ts';

/** The outcome of the extension's latest request. */
export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'pending'; exchange: StartedExchange }
  /** `session` is absent unless the route returns it. */
  | { kind: 'verified'; session?: SessionTokenResponse; exchange: Exchange }
  /** `code` and `message` are those of the body, if it has them. `isDocumented`: docs/troubleshooting.md has the code. */
  | { kind: 'rejected'; code?: string; message?: string; isDocumented: boolean; exchange: Exchange }
  /** A response that is neither an acceptance nor a rejection of the token, such as a 404 or a 500. */
  | { kind: 'answered'; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange }
  /** The sandbox sends no requests to the host. */
  | { kind: 'refused'; host: string; exchange: Exchange }
  /** The server responded, but the browser withholds the response from the extension. */
  | { kind: 'blocked'; reason: string; exchange: Exchange }
  | { kind: 'no-network' }
  | { kind: 'no-token'; message: string };

export interface Run {
  /** Whether the server is the developer's own (`--api`), whose routes and error codes are unknown. */
  isForeign?: boolean;
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
export function outcomeOf(run: Run): Outcome {
  const { isForeign = false, networkAccess, tokenError, exchanges, pending = [] } = run;
  if (tokenError !== undefined) return { kind: 'no-token', message: tokenError };
  const latest = pending.at(-1);
  if (latest) return { kind: 'pending', exchange: latest };
  const decisive = isForeign ? lastReadable : decisiveOf;
  const exchange = decisive(exchanges.filter(({ isForApp }) => isForApp)) ?? decisiveOf(exchanges);
  if (!exchange) return { kind: networkAccess ? 'waiting' : 'no-network' };
  if (exchange.refusedHost !== undefined) return { kind: 'refused', host: exchange.refusedHost, exchange };
  if (exchange.status === undefined) return { kind: 'unreachable', exchange };
  const reason = corsProblem(exchange);
  if (reason) return { kind: 'blocked', reason, exchange };
  const body = parseBody(exchange.responseBody);
  if (exchange.status < 400) {
    return exchange.path === SESSION_TOKEN_PATH && isSession(body)
      ? { kind: 'verified', exchange, session: body }
      : { kind: 'verified', exchange };
  }
  const code = textIn(body, 'code');
  const isDocumented = code !== undefined && (!isForeign || helpFor(code) !== undefined);
  if (!isDocumented && exchange.status !== 401 && exchange.status !== 403)
    return { kind: 'answered', exchange };
  const message = textIn(body, 'message');
  return { kind: 'rejected', isDocumented, exchange, ...(code && { code }), ...(message && { message }) };
}

const isSession = (body: Record<string, unknown>): body is Record<string, unknown> & SessionTokenResponse =>
  typeof body.kind === 'string' && typeof body.shop === 'string';

const textIn = (body: Record<string, unknown>, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The section of docs/troubleshooting.md that explains an outcome; `undefined` where nothing failed. */
export function sectionOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'rejected':
      return outcome.isDocumented ? outcome.code : undefined;
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

/** The newest request whose end is known to the extension: a preflight only if it failed. */
const lastReadable = (exchanges: readonly Exchange[]): Exchange | undefined =>
  exchanges.findLast((exchange) => !exchange.preflight || isFailed(exchange));

const isFailed = (exchange: Exchange): boolean =>
  exchange.status === undefined || exchange.refusedHost !== undefined || corsProblem(exchange) !== undefined;

const decisiveOf = (exchanges: readonly Exchange[]): Exchange | undefined =>
  exchanges.findLast(concernsToken) ?? exchanges.findLast(({ preflight }) => !preflight);

/** An error of another route's business logic, such as "not enrolled", says nothing about the token. */
function concernsToken(exchange: Exchange): boolean {
  const { preflight, path, status } = exchange;
  if (isFailed(exchange)) return true;
  return !preflight && (path === SESSION_TOKEN_PATH || status === 401);
}

function parseBody(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
