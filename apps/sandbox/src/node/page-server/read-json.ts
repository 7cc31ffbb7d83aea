import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 4096;

/**
 * The body of a request as a JSON object; `undefined` where it is anything else, or longer than 4 KB.
 * Only `application/json`: other types can be sent across origins without a preflight.
 */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  if (request.headers['content-type'] !== 'application/json') return undefined;
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BYTES) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
