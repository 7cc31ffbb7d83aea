import { Type } from 'typebox';
import { ADDRESS_SCHEMA } from './buyer-and-shop.ts';
import { amount, flag, list, object, optional, text, type ValueOf } from './schema.ts';

const OPTION_SCHEMA = object({
  type: Type.Enum(['shipping', 'local', 'pickup', 'pickupPoint']),
  handle: Type.String({ minLength: 1, maxLength: 255 }),
  title: text(),
  description: optional(text()),
  price: amount(),
  days: optional(
    object({ min: Type.Integer({ minimum: 0 }), max: Type.Integer({ minimum: 0 }) }, 'The time in transit.'),
  ),
  carrier: optional(text()),
  address: optional(ADDRESS_SCHEMA),
});
export type DeliveryOption = ValueOf<typeof OPTION_SCHEMA>;

export const DELIVERY_SCHEMA = object({
  options: list(OPTION_SCHEMA, 'Shipping, local delivery and pickup.', 50),
  selected: text('The handle of the selected option.'),
  isLocationFormVisible: flag('Whether pickup asks the buyer for a location.'),
});
export type Delivery = ValueOf<typeof DELIVERY_SCHEMA>;

export const DEFAULT_DELIVERY: Delivery = {
  options: [
    {
      type: 'shipping',
      handle: 'standard',
      title: 'Standard',
      price: 8,
      days: { min: 3, max: 4 },
      carrier: 'Sandbox Carrier',
    },
    {
      type: 'shipping',
      handle: 'express',
      title: 'Express',
      price: 16,
      days: { min: 1, max: 2 },
      carrier: 'Sandbox Carrier',
    },
    {
      type: 'pickup',
      handle: 'harbor-street',
      title: 'Harbor Street store',
      description: 'Usually ready in 2 hours',
      price: 0,
      address: {
        address1: '12 Harbor Street',
        city: 'Portland',
        zip: '04101',
        provinceCode: 'ME',
        countryCode: 'US',
      },
    },
    {
      type: 'pickup',
      handle: 'old-port',
      title: 'Old Port store',
      description: 'Usually ready in 24 hours',
      price: 0,
      address: {
        address1: '80 Exchange Street',
        city: 'Portland',
        zip: '04101',
        provinceCode: 'ME',
        countryCode: 'US',
      },
    },
    {
      type: 'pickupPoint',
      handle: 'corner-kiosk',
      title: 'Corner kiosk',
      price: 4,
      carrier: 'Sandbox Carrier',
      address: {
        address1: '3 Congress Square',
        city: 'Portland',
        zip: '04101',
        provinceCode: 'ME',
        countryCode: 'US',
      },
    },
  ],
  selected: 'standard',
  isLocationFormVisible: true,
};

/** The selected option; the first one if the selected handle does not exist. */
export const selectedOption = ({ options, selected }: Delivery): DeliveryOption | undefined =>
  options.find(({ handle }) => handle === selected) ?? options[0];

/** Whether goods are sent to the buyer, rather than picked up. */
export const isSent = ({ type }: Pick<DeliveryOption, 'type'>) => type === 'shipping' || type === 'local';
