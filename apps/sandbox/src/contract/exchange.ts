/** One request of the extension and its answer, as the recording proxy saw them on the wire. */
export interface Exchange {
  id: number;
  method: string;
  /** With its query. */
  path: string;
  /** The `Origin` header: `null` from an extension's worker; absent where there was none. */
  origin?: string;
  /** Whether this is a CORS preflight. */
  preflight: boolean;
  /** HTTP status; absent where no answer came, and `failure` says why. */
  status?: number;
  failure?: string;
  durationMs: number;
  /** Lower-case names. The token in `authorization` is shortened. */
  requestHeaders: Record<string, string>;
  requestBody: string;
  responseHeaders: Record<string, string>;
  /** At most 16 KB. */
  responseBody: string;
}
