import type { ApiResult } from './result.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the body of a successful answer is of the route's shape: as much of it as gets drawn. */
export type Accepts<Value> = (body: { readonly [Key in keyof Value]?: unknown }) => boolean;

/** What an HTTP answer means. Anything that the API would not have sent is an `unexpected_response`. */
export function readAnswer<Value>(
  { ok, status, headers }: Response,
  text: string,
  accepts: Accepts<Value>,
): ApiResult<Value> {
  const body = parseObject(text);
  if (ok && accepts(body as Partial<Value>)) return { ok: true, value: body as Value };
  if (ok || typeof body.code !== 'string') return { ok: false, reason: 'unexpected_response', status };

  return {
    ok: false,
    reason: 'refused',
    status,
    code: body.code,
    message: String(body.message ?? ''),
    requestId: String(body.requestId ?? ''),
    retryable: body.retryable === true,
    retryAfterSeconds: parseSeconds(headers.get('Retry-After')),
  };
}

/** An empty object for what is no JSON object: no answer of the API is empty. */
function parseObject(text: string): JsonObject {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Seconds alone: the API never sends the date form of `Retry-After` (RFC 9110 §10.2.3). */
function parseSeconds(header: string | null): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) : undefined;
}
