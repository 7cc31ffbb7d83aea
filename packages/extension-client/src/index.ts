export { readApiBaseUrl } from './api-base-url.ts';
export { type BuyerClient, createBuyerClient, createStaffClient, type StaffClient } from './client.ts';
export type { ApiFailure, ApiResult } from './result.ts';
export { type Query, useQuery } from './use-query.ts';
export { useWrite } from './use-write.ts';
