export { type BuyerClient, createBuyerClient, createStaffClient, type StaffClient } from './client.ts';
export { createIdempotencyKey } from './idempotency-key.ts';
export type { ApiFailure, ApiResult } from './result.ts';
