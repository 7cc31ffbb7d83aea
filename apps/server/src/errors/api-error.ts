import type { ApiErrorCode } from '@session-token/shared';

/** A refusal that a route or plugin decided on. Its status and message are those of the error table. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** Sent beside the body, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Replaces the table's message where a route can say more. Never holds a token, a secret or a claim's value. */
  readonly detail: string | undefined;

  constructor(
    code: ApiErrorCode,
    options: { headers?: Record<string, string>; detail?: string; cause?: unknown } = {},
  ) {
    super(options.detail ?? code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.headers = options.headers ?? {};
    this.detail = options.detail;
  }
}
