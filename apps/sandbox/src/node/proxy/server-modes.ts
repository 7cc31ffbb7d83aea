import { randomUUID } from 'node:crypto';

/** An answer of the app's server, whole. */
export interface Answer {
  status: number;
  /** Names and values in turn, as Node gives them. */
  rawHeaders: readonly string[];
  body: Buffer;
}

/** As a gateway does that knows nothing of CORS: the browser keeps the answer from the extension. */
export const withoutCors = (answer: Answer): Answer => ({
  ...answer,
  rawHeaders: withoutHeaders(answer.rawHeaders, /^access-control-/i),
});

const REFUSALS = {
  'rate-limited': {
    status: 429,
    code: 'rate_limited',
    message: 'Too many requests from this address; wait as long as Retry-After says.',
    headers: ['Retry-After', '30'],
  },
  failing: {
    status: 500,
    code: 'internal_error',
    message: 'The server failed. The requestId finds the reason in its log.',
    headers: [],
  },
} as const;

/**
 * What the server would answer when it is that bad, in the shape of its errors. The headers are those of
 * `refusal`, which it has really sent: whether errors carry CORS headers is its own doing.
 */
export function inServersStead(mode: keyof typeof REFUSALS, refusal: Answer): Answer {
  const { status, code, message, headers } = REFUSALS[mode];
  const body = Buffer.from(
    JSON.stringify({ code, message, requestId: `sandbox-${randomUUID()}`, retryable: true }),
  );
  const kept = withoutHeaders(refusal.rawHeaders, /^(content-length|content-type|www-authenticate|allow)$/i);
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
