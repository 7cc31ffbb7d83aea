import type { SessionTokenResponse } from '@session-token/shared';
import { type CallOptions, createCall } from './call.ts';
import type { ApiResult } from './result.ts';

/** One function per route of the API. None ever throws. */
export interface ApiClient {
  /** `GET /api/session-token`: what the server read in the token, having verified it. */
  readSession(): Promise<ApiResult<SessionTokenResponse>>;
}

/** The API client of every extension: a fresh token, a time limit, bounded retries, a typed result. */
export function createApiClient(options: CallOptions): ApiClient {
  const call = createCall(options);
  return {
    readSession: () =>
      call<SessionTokenResponse>(
        { path: '/api/session-token' },
        ({ kind, shop }) => typeof kind === 'string' && typeof shop === 'string',
      ),
  };
}
