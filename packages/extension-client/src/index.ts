export { type ApiClient, createApiClient } from './client.ts';
export { createIdempotencyKey } from './idempotency-key.ts';
export type { ApiFailure, ApiResult } from './result.ts';
