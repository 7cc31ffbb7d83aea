import type { ErrorResponse, SessionTokenResponse } from '@session-token/shared';

/** One round trip over plain HTTP, as a browser makes it for an extension: preflight first, then the request. */
export interface RoundTrip {
  preflight: Step & { allowsAuthorization: boolean };
  call: Step;
  /** The verified caller, or the code of the rejection. */
  outcome: { ok: true; session: SessionTokenResponse } | { ok: false; code: string };
}

export interface Step {
  status: number;
  durationMs: number;
  /** Whether a browser would let the extension go on with it (Fetch standard, CORS check). */
  isReadable: boolean;
}

export const ROUND_TRIP_PATH = '/api/session-token';

/**
 * Makes the round trip without a browser: sends what a browser sends from an opaque origin, and applies its CORS
 * check. Without a token, the request has no `Authorization`.
 */
export async function makeRoundTrip(apiOrigin: string, token?: string): Promise<RoundTrip> {
  const url = new URL(ROUND_TRIP_PATH, apiOrigin);
  const preflight = await timed(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'null',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  const allowed = preflight.response.headers.get('access-control-allow-headers') ?? '';
  const allowsAuthorization = /(^|[\s,])authorization([\s,]|$)/i.test(allowed);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const call = await timed(url, { headers: { origin: 'null', ...authorization } });
  const body: unknown = await call.response.json();
  const isPreflightReadable = preflight.response.ok && allowsAuthorization && letsIn(preflight.response);
  return {
    preflight: { ...preflight.step, isReadable: isPreflightReadable, allowsAuthorization },
    call: { ...call.step, isReadable: letsIn(call.response) },
    outcome: call.response.ok
      ? { ok: true, session: body as SessionTokenResponse }
      : { ok: false, code: (body as ErrorResponse).code },
  };
}

const letsIn = ({ headers }: Response) =>
  ['*', 'null'].includes(headers.get('access-control-allow-origin') ?? '');

async function timed(
  url: URL,
  init: RequestInit,
): Promise<{ response: Response; step: Omit<Step, 'isReadable'> }> {
  const startedAt = performance.now();
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  return {
    response,
    step: { status: response.status, durationMs: Math.round(performance.now() - startedAt) },
  };
}

/** Describes the round trip in two lines. */
export function describeRoundTrip(trip: RoundTrip): string[] {
  const row = (method: string, { status, durationMs }: Step, note: string) =>
    `${method.padEnd(8)}${ROUND_TRIP_PATH}  ${status}  ${`${durationMs} ms`.padStart(6)}   ${note}`;
  const allows = trip.preflight.allowsAuthorization ? 'Authorization allowed' : 'Authorization NOT allowed';
  const { outcome } = trip;
  return [
    row('OPTIONS', trip.preflight, `Origin: null → ${allows}`),
    row('GET', trip.call, outcome.ok ? `${who(outcome.session)} at ${outcome.session.shop}` : outcome.code),
  ];
}

function who(session: SessionTokenResponse): string {
  if (session.kind === 'staff') return `staff, user ${session.userId}`;
  return session.customerId ? `buyer, customer ${session.customerId}` : 'buyer, not logged in';
}
