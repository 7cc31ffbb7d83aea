type Input = RequestInfo | URL;

/** Returns the options of a request, with the body of a `Request` read: a stream could not be sent again. */
export async function toInit(input: Input, init: RequestInit = {}): Promise<RequestInit> {
  if (!(input instanceof Request)) return { ...init };
  const { method, headers, mode, credentials, cache, redirect, referrer, referrerPolicy } = input;
  const { integrity, keepalive, signal } = input;
  const own = { method, headers, mode, credentials, cache, redirect, referrer, referrerPolicy };
  const body =
    init.body === undefined && !/^(GET|HEAD)$/.test(method) ? await input.arrayBuffer() : undefined;
  return { ...own, integrity, keepalive, signal, ...(body?.byteLength && { body }), ...init };
}

/** Returns every text in a request where an extension may put a token: URL, headers and body. */
export function textsOf(url: URL, { headers, body }: RequestInit): string[] {
  return [url.href, ...new Headers(headers).values(), ...bodyTexts(body)];
}

function bodyTexts(body: BodyInit | null | undefined): string[] {
  if (typeof body === 'string') return [body];
  if (body instanceof URLSearchParams) return [body.toString()];
  if (body instanceof FormData) return [...body.values()].map(String);
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return [new TextDecoder().decode(body)];
  return [];
}
