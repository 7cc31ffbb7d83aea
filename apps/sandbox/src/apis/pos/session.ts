import type { UrlState } from '../../contract/url-state.ts';
import { CURRENCY, POS_DEVICE, SHOP } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';
import { isReceipt } from './receipt.ts';

/** The logged-in account owns the token, whichever staff member is pinned in. Receipts get no token. */
export const session: Api = {
  values({ target, state }) {
    const { staff } = state;
    const currentSession = sessionOf(state);
    if (isReceipt(target)) return { session: currentSession };
    return {
      'session.currentSession': currentSession,
      'session.deviceId': POS_DEVICE.deviceId,
      'session.staffMember': staff && { id: Number(staff) },
    };
  },
  create: ({ host }) => ({ 'session.getSessionToken': () => host.getSessionToken() }),
};

function sessionOf({ user, staff }: Pick<UrlState, 'user' | 'staff'>) {
  const { locationId, posVersion, shopId } = POS_DEVICE;
  return {
    shopId,
    userId: Number(user),
    shopDomain: SHOP.myshopifyDomain,
    locationId,
    ...(staff && { staffMemberId: Number(staff) }),
    currency: CURRENCY,
    posVersion,
  };
}
