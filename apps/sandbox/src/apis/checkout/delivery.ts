import type { CartLine } from '../../scene/cart.ts';
import { type DeliveryOption, isSent, selectedOption } from '../../scene/delivery.ts';
import { money, type Scene } from '../../scene/scene.ts';
import type { Api, ApiInput } from '../api.ts';
import { lineId } from '../cart-lines.ts';

/** Delivery groups and options, and the `target` of extensions that are rendered on one of them. */
export const delivery: Api = {
  values(input) {
    const { target, scene } = input;
    const options = optionsFor(target, scene);
    const selected = options.find((option) => option === selectedOption(scene.delivery)) ?? options[0];
    const groups = groupsOf(scene, options, selected);
    const item = options[input.state.item - 1] ?? options[0];
    return {
      deliveryGroups: groups,
      isLocationFormVisible: scene.delivery.isLocationFormVisible,
      isTargetSelected: item !== undefined && item === selected,
      renderMode: { overlay: false },
      deliverySelectionGroups: options
        .filter(isSent)
        .map((option) => selectionGroupOf(scene, option, selected)),
      ...targetOf(input, groups, item),
    };
  },
};

/** The options of the delivery method that the buyer has chosen; a pickup target is only shown for pickup. */
export function optionsFor(target: string, { delivery }: Pick<Scene, 'delivery'>): readonly DeliveryOption[] {
  const chosen = selectedOption(delivery);
  const type = target.includes('.pickup-location-')
    ? 'pickup'
    : target.includes('.pickup-point-')
      ? 'pickupPoint'
      : target.includes('.shipping-option-')
        ? 'shipping'
        : (chosen?.type ?? 'shipping');
  const isOfMethod = (option: DeliveryOption) => (isSent({ type }) ? isSent(option) : option.type === type);
  return delivery.options.filter(isOfMethod);
}

/** One group for what is bought once, one for subscriptions. */
function groupsOf(scene: Scene, options: readonly DeliveryOption[], selected: DeliveryOption | undefined) {
  const group = (groupType: string, id: number, lines: readonly CartLine[]) => ({
    id: `gid://shopify/DeliveryGroup/${id}`,
    targetedCartLines: lines.map((line) => ({ id: lineId(line.id) })),
    deliveryOptions: options.map((option) => toDeliveryOption(scene, option)),
    ...(selected && { selectedDeliveryOption: { handle: selected.handle } }),
    groupType,
    isDeliveryRequired: lines.some((line) => line.requiresShipping ?? true),
  });
  const { lines } = scene.cart;
  const subscribed = lines.filter((line) => line.sellingPlan?.recurringDeliveries);
  const once = lines.filter((line) => !line.sellingPlan?.recurringDeliveries);
  return [
    ...(once.length > 0 ? [group('oneTimePurchase', 1, once)] : []),
    ...(subscribed.length > 0 ? [group('subscription', 2, subscribed)] : []),
  ];
}

function toDeliveryOption(scene: Scene, option: DeliveryOption) {
  const { type, handle, title, description, price, days, carrier } = option;
  const base = { type, handle, title, ...(description && { description }), code: handle, metafields: [] };
  const isFree = scene.cart.discounts.some((discount) => discount.freeShipping);
  const costs = {
    carrier: carrier ? { name: carrier } : {},
    cost: money(scene, price),
    costAfterDiscounts: money(scene, isFree ? 0 : price),
  };
  const location = { name: title, address: option.address ?? {} };
  if (type === 'pickup') return { ...base, location };
  if (type === 'pickupPoint') return { ...base, ...costs, location: { ...location, handle } };
  return { ...base, ...costs, deliveryEstimate: days ? { timeInTransit: inSeconds(days) } : {} };
}

const DAY_SECONDS = 86_400;
const inSeconds = ({ min, max }: NonNullable<DeliveryOption['days']>) => ({
  lower: min * DAY_SECONDS,
  upper: max * DAY_SECONDS,
});

function selectionGroupOf(scene: Scene, option: DeliveryOption, selected: DeliveryOption | undefined) {
  const { handle, title, price } = option;
  const isFree = scene.cart.discounts.some((discount) => discount.freeShipping);
  return {
    handle,
    selected: option === selected,
    title,
    associatedDeliveryOptions: [{ handle }],
    cost: money(scene, price),
    costAfterDiscounts: money(scene, isFree ? 0 : price),
  };
}

function targetOf(
  { target, scene }: ApiInput,
  deliveryGroups: ReturnType<typeof groupsOf>,
  item: DeliveryOption | undefined,
) {
  if (target.includes('.shipping-option-list.')) {
    const groupType = deliveryGroups[0]?.groupType ?? 'oneTimePurchase';
    return {
      target: { groupType, deliveryGroups: deliveryGroups.filter((one) => one.groupType === groupType) },
    };
  }
  const isItem =
    target.includes('.shipping-option-item.') || target.includes('.pickup-location-option-item.');
  return isItem && item ? { target: toDeliveryOption(scene, item) } : {};
}
