import type { UrlState } from '../../contract/url-state.ts';
import { locationOf } from '../../scene/pos.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { isReceipt } from './receipt.ts';

/** The logged-in account owns the token, whichever staff member is pinned in. Receipts get no token. */
export const session: Api = {
  values({ target, state, scene }) {
    const { staff } = state;
    const currentSession = sessionOf(state, scene);
    if (isReceipt(target)) return { session: currentSession };
    return {
      'session.currentSession': currentSession,
      'session.deviceId': scene.pos.deviceId,
      'session.staffMember': staff && { id: Number(staff) },
    };
  },
  host: { 'session.getSessionToken': (page) => page.sessionToken() },
};

function sessionOf(state: UrlState, { shop, currency, pos }: Scene) {
  const { user, staff } = state;
  const { posVersion, shopId } = pos;
  return {
    shopId,
    userId: Number(user),
    shopDomain: shop.myshopifyDomain,
    locationId: locationOf(pos, state).id,
    ...(staff && { staffMemberId: Number(staff) }),
    currency,
    posVersion,
  };
}
