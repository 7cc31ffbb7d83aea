export type { ApiErrorCode, SessionTokenErrorCode } from './error-codes.ts';
export type * from './schemas.ts';
