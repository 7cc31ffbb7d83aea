import { cartOf } from './cart.ts';
import type { Scene, SceneInput } from './scene-types.ts';
import { CURRENCY, languageOf, POS_DEVICE, SHOP } from './shop.ts';

/**
 * The `shopify` global in POS (`StandardApi`, `ActionApi`, `CartApi`, 2026-07). The token is that of the
 * account that is logged in, whoever is pinned in.
 */
export function posScene({ state, manifest, target }: SceneInput): Scene {
  const { user, staff, customer, connected } = state;
  const { locationId, posVersion, shopId, deviceId } = POS_DEVICE;
  const { lines, cost } = cartOf(state);
  return {
    constants: {
      extension: { target, apiVersion: manifest.apiVersion },
      extensionPoint: target,
      device: { name: 'Counter iPad', registerName: 'Register 1' },
      session: {
        deviceId,
        currentSession: {
          shopId,
          userId: Number(user),
          shopDomain: SHOP.myshopifyDomain,
          locationId,
          ...(staff && { staffMemberId: Number(staff) }),
          currency: CURRENCY,
          posVersion,
        },
      },
    },
    signals: {
      'session.staffMember': staff && { id: Number(staff) },
      'connectivity.current': { internetConnected: connected ? 'Connected' : 'Disconnected' },
      'locale.current': languageOf(state, manifest),
      'cart.current': {
        subtotal: cost.subtotal.toFixed(2),
        taxTotal: cost.tax.toFixed(2),
        grandTotal: (cost.subtotal + cost.tax).toFixed(2),
        cartDiscounts: [],
        properties: {},
        lineItems: lines.map((line) => ({
          uuid: `line-${line.id}`,
          title: line.title,
          quantity: line.quantity,
          price: line.price,
          properties: {},
          taxable: true,
          taxLines: [],
          discounts: [],
          isGiftCard: false,
        })),
        ...(customer && { customer: { id: Number(customer) } }),
      },
    },
  };
}
