import { Type } from 'typebox';
import { ADDRESS_SCHEMA } from './buyer-and-shop.ts';
import { DEFAULT_POS_CART, POS_CART_SCHEMA } from './pos-cart.ts';
import { flag, id, list, object, optional, text, type ValueOf } from './schema.ts';

const LOCATION_SCHEMA = object({ id: id(), name: text(), registerName: text() });
export type PosLocation = ValueOf<typeof LOCATION_SCHEMA>;

const PRINTER_SCHEMA = object({ id: text(), name: text(), connected: flag() });

const CUSTOMER_ADDRESS_SCHEMA = object({ id: id(), ...ADDRESS_SCHEMA.properties });
export type CustomerAddress = ValueOf<typeof CUSTOMER_ADDRESS_SCHEMA>;

export const POS_SCHEMA = object(
  {
    deviceName: text(),
    deviceId: id(),
    deviceUuid: text('`device.getDeviceId()`.'),
    fiscalDeviceIdentifier: optional(text('Of a fiscal register, as Sweden requires it.')),
    posVersion: text(),
    shopId: id(),
    locations: list(
      LOCATION_SCHEMA,
      "The first one is the device's, unless the Location control names another.",
    ),
    cart: POS_CART_SCHEMA,
    customerAddresses: list(CUSTOMER_ADDRESS_SCHEMA),
    defaultAddressId: id(),
    draftOrder: object({ id: id(), name: text() }),
    scannerSources: list(Type.Enum(['camera', 'external', 'embedded'])),
    scan: object({ data: optional(text()), source: optional(text()) }, 'The last scan.'),
    isCameraScannerOpen: flag(),
    camera: Type.Enum(['available', 'denied', 'canceled', 'missing'], {
      description: 'What `camera.takePhoto()` meets.',
    }),
    printers: list(PRINTER_SCHEMA),
    isCashDrawerOpen: flag(),
    cashSession: optional(
      object({ id: id(), openingTime: text('ISO 8601.') }, 'The open cash tracking session.'),
    ),
  },
  'The device at the counter, its peripherals, and what POS knows of the sale.',
);
export type PosScene = ValueOf<typeof POS_SCHEMA>;

export const DEFAULT_POS: PosScene = {
  deviceName: 'Counter iPad',
  deviceId: 7,
  deviceUuid: '8f1c9b02-5d3e-4c7a-9b60-2f4a1d7e8c35',
  posVersion: '10.24.0',
  shopId: 1,
  locations: [
    { id: 3, name: 'Harbor Street', registerName: 'Register 1' },
    { id: 4, name: 'Old Port Market', registerName: 'Market stall' },
  ],
  cart: DEFAULT_POS_CART,
  customerAddresses: [
    {
      id: 501,
      firstName: 'Robin',
      lastName: 'Hale',
      address1: '48 Harbor Street',
      city: 'Portland',
      zip: '04101',
      provinceCode: 'ME',
      countryCode: 'US',
    },
  ],
  defaultAddressId: 501,
  draftOrder: { id: 2001, name: '#D1' },
  scannerSources: ['camera', 'external'],
  scan: {},
  isCameraScannerOpen: false,
  camera: 'available',
  printers: [{ id: 'star-tsp143', name: 'Front counter receipt printer', connected: true }],
  isCashDrawerOpen: false,
};

/** The device's location: the control's, else the first of the scene. */
export const locationOf = (
  { locations }: Pick<PosScene, 'locations'>,
  { location }: { location?: number | undefined },
): PosLocation =>
  locations.find(({ id }) => id === location) ??
  locations[0] ?? { id: 0, name: 'No location', registerName: '' };
