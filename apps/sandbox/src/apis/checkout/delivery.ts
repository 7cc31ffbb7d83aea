import { money, type Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { cartLines } from '../cart-lines.ts';

const shippingOption = (
  scene: Scene,
  handle: string,
  title: string,
  price: number,
  days: [number, number],
) => ({
  type: 'shipping',
  handle,
  title,
  code: handle,
  carrier: { name: 'Sandbox Carrier' },
  cost: money(scene, price),
  costAfterDiscounts: money(scene, price),
  deliveryEstimate: { timeInTransit: { lower: days[0] * 86_400, upper: days[1] * 86_400 } },
  metafields: [],
});

const pickupOption = ({ shippingAddress }: Scene) => ({
  type: 'pickup',
  handle: 'pickup',
  title: 'Harbor Street store',
  code: 'pickup',
  location: { name: 'Harbor Street store', address: shippingAddress },
  metafields: [],
});

/** Delivery groups and options, and the `target` of extensions that are rendered on one of them. */
export const delivery: Api = {
  values({ target, scene }) {
    const standard = shippingOption(scene, 'standard', 'Standard', 8, [3, 4]);
    const express = shippingOption(scene, 'express', 'Express', 16, [1, 2]);
    const group = {
      id: 'gid://shopify/DeliveryGroup/1',
      targetedCartLines: cartLines(scene).map(({ id }) => ({ id })),
      deliveryOptions: [standard, express],
      selectedDeliveryOption: { handle: standard.handle },
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
          handle: standard.handle,
          selected: true,
          title: standard.title,
          associatedDeliveryOptions: [{ handle: standard.handle }],
          cost: standard.cost,
          costAfterDiscounts: standard.costAfterDiscounts,
        },
      ],
      ...(target.includes('.shipping-option-item.') && { target: standard }),
      ...(target.includes('.shipping-option-list.') && {
        target: { groupType: group.groupType, deliveryGroups: [group] },
      }),
      ...(target.includes('.pickup-location-option-item.') && { target: pickupOption(scene) }),
    };
  },
};
