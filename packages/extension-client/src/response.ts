import type { ApiResult } from './result.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Checks the rendered fields of a successful response. */
export type BodyGuard<Value> = (body: { readonly [Key in keyof Value]?: unknown }) => boolean;

/** Converts an HTTP response to a result. A response that is not the API's is an `unexpected_response`. */
export function parseResponse<Value>(
  { ok, status, headers }: Response,
  text: string,
  isValid: BodyGuard<Value>,
): ApiResult<Value> {
  const body = parseObject(text);
  if (ok && isValid(body as Partial<Value>)) return { ok: true, value: body as Value };
  if (ok || typeof body.code !== 'string') return { ok: false, reason: 'unexpected_response', status };

  return {
    ok: false,
    reason: 'rejected',
    status,
    code: body.code,
    message: String(body.message ?? ''),
    requestId: String(body.requestId ?? ''),
    retryable: body.retryable === true,
    retryAfterSeconds: parseSeconds(headers.get('Retry-After')),
  };
}

/** Returns {} for anything but a JSON object. */
function parseObject(text: string): JsonObject {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Parses `Retry-After`. The API never sends its date form (RFC 9110 §10.2.3). */
function parseSeconds(header: string | null): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) : undefined;
}
