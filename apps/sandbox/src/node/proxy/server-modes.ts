import { randomUUID } from 'node:crypto';

/** A complete response of the app's server. */
export interface UpstreamResponse {
  status: number;
  /** Names and values in turn, as Node gives them. */
  rawHeaders: readonly string[];
  body: Buffer;
}

/** Strips the CORS headers, as a gateway without CORS does: the browser withholds the response from the extension. */
export const withoutCors = (response: UpstreamResponse): UpstreamResponse => ({
  ...response,
  rawHeaders: withoutHeaders(response.rawHeaders, /^access-control-/i),
});

const INJECTED = {
  'rate-limited': {
    status: 429,
    code: 'rate_limited',
    message: 'Too many requests from this address; wait as long as Retry-After says.',
    headers: ['Retry-After', '30'],
  },
  failing: {
    status: 500,
    code: 'internal_error',
    message: 'Internal error, injected by the sandbox.',
    headers: [],
  },
} as const;

export type InjectedStatus = keyof typeof INJECTED;

/**
 * Creates an error response in the shape of the API. Uses the headers of `rejection`, which the server really sent, so
 * that missing CORS headers of errors show.
 */
export function injectResponse(mode: InjectedStatus, rejection: UpstreamResponse): UpstreamResponse {
  const { status, code, message, headers } = INJECTED[mode];
  const body = Buffer.from(
    JSON.stringify({ code, message, requestId: `sandbox-${randomUUID()}`, retryable: true }),
  );
  const kept = withoutHeaders(
    rejection.rawHeaders,
    /^(content-length|content-type|www-authenticate|allow)$/i,
  );
  return {
    status,
    rawHeaders: [
      ...kept,
      ...headers,
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(body.length),
    ],
    body,
  };
}

function withoutHeaders(rawHeaders: readonly string[], names: RegExp): string[] {
  return rawHeaders.filter((_, index) => !names.test(rawHeaders[index - (index % 2)]!));
}
