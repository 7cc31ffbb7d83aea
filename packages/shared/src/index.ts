export type { ApiErrorCode, SessionTokenErrorCode } from './error-codes.ts';
export type * from './loyalty/schemas.ts';
export type {
  BuyerClaims,
  BuyerSession,
  ErrorResponse,
  SessionTokenResponse,
  StaffClaims,
  StaffSession,
} from './schemas.ts';
