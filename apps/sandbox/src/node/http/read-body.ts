import type { IncomingMessage } from 'node:http';

/** Reads a body of at most `maxBytes`; `undefined` for a longer one. Rejects if the connection closes early. */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const MAX_JSON_BYTES = 4096;

/**
 * Reads the body of a request as a JSON object. Returns `undefined` if it is anything else, or longer than `maxBytes`.
 * Only `application/json`: other types can be sent across origins without a preflight.
 */
export async function readJsonObject(
  request: IncomingMessage,
  maxBytes = MAX_JSON_BYTES,
): Promise<Record<string, unknown> | undefined> {
  if (request.headers['content-type'] !== 'application/json') return undefined;
  const body = await readBody(request, maxBytes);
  try {
    const value: unknown = JSON.parse(body?.toString() ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
