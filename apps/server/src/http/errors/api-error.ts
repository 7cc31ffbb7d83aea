import type { ApiErrorCode } from '@session-token/shared';

/** An error that a route or a plugin responds with. The error table has its status and message. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** Headers of the response, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
  /** A more precise message than the table's. Never contains a token, a secret or a claim's value. */
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
