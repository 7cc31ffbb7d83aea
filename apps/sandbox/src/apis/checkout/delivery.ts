import { cartLines } from '../../fixtures/cart.ts';
import { ADDRESS, money } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

const shippingOption = (handle: string, title: string, price: number, days: [number, number]) => ({
  type: 'shipping',
  handle,
  title,
  code: handle,
  carrier: { name: 'Sandbox Carrier' },
  cost: money(price),
  costAfterDiscounts: money(price),
  deliveryEstimate: { timeInTransit: { lower: days[0] * 86_400, upper: days[1] * 86_400 } },
  metafields: [],
});

const STANDARD = shippingOption('standard', 'Standard', 8, [3, 4]);
const EXPRESS = shippingOption('express', 'Express', 16, [1, 2]);

const PICKUP = {
  type: 'pickup',
  handle: 'pickup',
  title: 'Harbor Street store',
  code: 'pickup',
  location: { name: 'Harbor Street store', address: ADDRESS },
  metafields: [],
};

/** Delivery groups and options, and the `target` of extensions that are rendered on one of them. */
export const delivery: Api = {
  values({ target, state }) {
    const group = {
      id: 'gid://shopify/DeliveryGroup/1',
      targetedCartLines: cartLines(state).map(({ id }) => ({ id })),
      deliveryOptions: [STANDARD, EXPRESS],
      selectedDeliveryOption: { handle: STANDARD.handle },
      groupType: 'oneTimePurchase',
      isDeliveryRequired: true,
    };
    return {
      deliveryGroups: [group],
      isLocationFormVisible: true,
      isTargetSelected: true,
      renderMode: { overlay: false },
      deliverySelectionGroups: [
        {
          handle: STANDARD.handle,
          selected: true,
          title: STANDARD.title,
          associatedDeliveryOptions: [{ handle: STANDARD.handle }],
          cost: STANDARD.cost,
          costAfterDiscounts: STANDARD.costAfterDiscounts,
        },
      ],
      ...(target.includes('.shipping-option-item.') && { target: STANDARD }),
      ...(target.includes('.shipping-option-list.') && {
        target: { groupType: group.groupType, deliveryGroups: [group] },
      }),
      ...(target.includes('.pickup-location-option-item.') && { target: PICKUP }),
    };
  },
};
