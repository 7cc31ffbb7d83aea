/** A request of an attack. Header names may repeat. */
export interface AttackRequest {
  method: string;
  /** Query parameters, added to those of the target. */
  query?: Readonly<Record<string, string>>;
  headers: readonly (readonly [name: string, value: string])[];
  body?: string;
}

/** The response to a request, or the reason why it is missing. */
export type Exchange = Answered | Unanswered;

export interface Answered {
  status: number;
  /** By lower-case name. Values of repeated headers are joined with a comma. */
  headers: Readonly<Record<string, string>>;
  /** At most `MAX_BODY_BYTES`. */
  body: string;
}

export interface Unanswered {
  /** `dropped`: the connection failed or ended. `timeout`: no complete response in time. */
  failure: 'dropped' | 'timeout';
  /** The system's error code, such as `ECONNREFUSED`. */
  code?: string;
}

export const isAnswered = (exchange: Exchange): exchange is Answered => 'status' in exchange;

/** The rest of a longer body is not read. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Returns the header value for a text, with each byte of its UTF-8 as one character, as Node sends headers.
 * `undefined` if HTTP cannot transport it unchanged: control characters, and white space at the ends.
 */
export function toHeaderValue(text: string): string | undefined {
  const bytes = Buffer.from(text).toString('latin1');
  const isSendable = /^[\t\x20-\x7e\x80-\xff]*$/.test(bytes) && !/^[ \t]|[ \t]$/.test(bytes);
  return isSendable ? bytes : undefined;
}
