import type { ApiErrorCode, ErrorResponse, SessionTokenResponse } from '@session-token/shared';
import type { Exchange } from '../../contract/exchange.ts';

/** How the newest trip of the extension ended. */
export type Verdict =
  | { kind: 'waiting' }
  | { kind: 'verified'; session: SessionTokenResponse; exchange: Exchange }
  | { kind: 'refused'; code: ApiErrorCode; message: string; exchange: Exchange }
  | { kind: 'unreachable'; exchange: Exchange }
  | { kind: 'no-network' }
  | { kind: 'no-token'; message: string };

/** Judges by what was on the wire, never by what the extension shows. */
export function judge(run: {
  networkAccess: boolean;
  tokenError?: string;
  exchanges: readonly Exchange[];
}): Verdict {
  if (run.tokenError !== undefined) return { kind: 'no-token', message: run.tokenError };
  const exchange = run.exchanges.findLast(
    (candidate) => !candidate.preflight || candidate.failure !== undefined,
  );
  if (!exchange) return run.networkAccess ? { kind: 'waiting' } : { kind: 'no-network' };
  if (exchange.status === undefined) return { kind: 'unreachable', exchange };
  const body = parseBody(exchange.responseBody);
  if (exchange.status < 400) return { kind: 'verified', session: body as SessionTokenResponse, exchange };
  const { code, message } = body as ErrorResponse;
  return { kind: 'refused', code, message, exchange };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
