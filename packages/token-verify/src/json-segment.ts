import { SessionTokenError } from './errors.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Invalid UTF-8 throws instead of becoming U+FFFD; a byte-order mark stays, and JSON refuses it (RFC 8259 §8.1). */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The JSON object in a canonical base64url segment (RFC 7515 §5.2, RFC 7519 §7.2). Of two members
 * with one name the last counts, as it does for jose (RFC 7515 §4).
 *
 * @throws {SessionTokenError} `malformed_token`, without the `SyntaxError`, which quotes the payload
 */
export function parseJsonSegment(segment: string): JsonObject {
  const value = parseJson(Buffer.from(segment, 'base64url'));
  if (!isJsonObject(value)) throw new SessionTokenError('malformed_token');
  return value;
}

/** A member of the object itself: a polluted `Object.prototype` must not supply claims that the token lacks. */
export function ownMember(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new SessionTokenError('malformed_token');
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
