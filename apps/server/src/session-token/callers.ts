import type { VerifiedToken } from '@session-token/token-verify';
import { ApiError } from '../http/errors/api-error.ts';

/**
 * A caller that a route serves: `buyer` (checkout and customer-account extensions), `customer` (a logged-in buyer)
 * or `staff` (POS extensions).
 */
export type Caller = 'buyer' | 'customer' | 'staff';

type BuyerSession = Extract<VerifiedToken, { kind: 'buyer' }>;
type CustomerSession = BuyerSession & { customerId: string };
type StaffSession = Extract<VerifiedToken, { kind: 'staff' }>;

/** The session of a request on a route that serves these callers. */
export type SessionOf<C extends Caller> = {
  buyer: BuyerSession;
  customer: CustomerSession;
  staff: StaffSession;
}[C];

const isCaller: Record<Caller, (session: VerifiedToken) => boolean> = {
  buyer: (session) => session.kind === 'buyer',
  customer: (session) => session.kind === 'buyer' && session.customerId !== undefined,
  staff: (session) => session.kind === 'staff',
};

/** Narrows a session to the callers that a route serves. @throws {ApiError} 403 with the code of the required caller */
export function assertCaller<C extends Caller>(
  session: VerifiedToken,
  callers: readonly C[],
): asserts session is SessionOf<C> {
  for (const caller of callers) if (isCaller[caller](session)) return;
  throw new ApiError(`${closestCaller(session, callers)}_required`);
}

/** Returns the required caller for the error. A guest on a customer route must log in, not use another extension. */
function closestCaller(session: VerifiedToken, callers: readonly Caller[]): Caller {
  if (session.kind === 'buyer' && callers.includes('customer')) return 'customer';
  return callers[0] ?? 'buyer';
}
