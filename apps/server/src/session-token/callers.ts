import type { ApiErrorCode } from '@session-token/shared';
import type { VerifiedToken } from '@session-token/token-verify';
import { ApiError } from '../errors/api-error.ts';

/**
 * Who a route serves: `buyer` (checkout and customer-account extensions), `customer` (a buyer who is
 * logged in), `staff` (POS extensions).
 */
export type Caller = 'buyer' | 'customer' | 'staff';

type BuyerSession = Extract<VerifiedToken, { kind: 'buyer' }>;
type CustomerSession = BuyerSession & { customerId: string };
type StaffSession = Extract<VerifiedToken, { kind: 'staff' }>;

/** What `request.session` is on a route that serves these callers. */
export type SessionOf<C extends Caller> = {
  buyer: BuyerSession;
  customer: CustomerSession;
  staff: StaffSession;
}[C];

const REQUIRED_CODE: Record<Caller, ApiErrorCode> = {
  buyer: 'buyer_required',
  customer: 'customer_required',
  staff: 'staff_required',
};

/** The code that refuses everybody but this caller. */
export function requiredCode(caller: Caller): ApiErrorCode {
  return REQUIRED_CODE[caller];
}

const isCaller: Record<Caller, (session: VerifiedToken) => boolean> = {
  buyer: (session) => session.kind === 'buyer',
  customer: (session) => session.kind === 'buyer' && session.customerId !== undefined,
  staff: (session) => session.kind === 'staff',
};

/** Narrows a session to the callers that a route serves. @throws {ApiError} 403 that says who is served instead */
export function assertCaller<C extends Caller>(
  session: VerifiedToken,
  callers: readonly C[],
): asserts session is SessionOf<C> {
  for (const caller of callers) if (isCaller[caller](session)) return;
  throw new ApiError(requiredCode(nearestCaller(session, callers)));
}

/** An anonymous buyer on a customer's route needs to log in, not another kind of extension. */
function nearestCaller(session: VerifiedToken, callers: readonly Caller[]): Caller {
  if (session.kind === 'buyer' && callers.includes('customer')) return 'customer';
  return callers[0] ?? 'buyer';
}
