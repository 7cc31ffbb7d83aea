/** Decodes a JWT for display without verifying it. `undefined` if a part is not a JSON object. */
export interface UnverifiedToken {
  segments: [header: string, payload: string, signature: string];
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

export function decodeUnverified(token: string): UnverifiedToken | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  try {
    return {
      segments: [header, payload, signature],
      header: decodeSegment(header),
      claims: decodeSegment(payload),
    };
  } catch {
    return undefined;
  }
}

function decodeSegment(segment: string): Record<string, unknown> {
  const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
