import type { Address } from './buyer-and-shop.ts';
import { DEFAULT_POS_CART, type PosCart } from './pos-cart.ts';

/** The device at the counter, its peripherals, and what POS knows of the sale. */
export interface PosScene {
  deviceName: string;
  deviceId: number;
  /** `device.getDeviceId()`. */
  deviceUuid: string;
  /** Of a fiscal register, as Sweden requires it. */
  fiscalDeviceIdentifier?: string;
  posVersion: string;
  shopId: number;
  /** The first one is the device's, unless the Location control names another. */
  locations: readonly PosLocation[];
  cart: PosCart;
  customerAddresses: readonly CustomerAddress[];
  defaultAddressId: number;
  draftOrder: { id: number; name: string };
  /** `camera`, `external`, `embedded`. */
  scannerSources: readonly string[];
  /** The last scan. */
  scan: { data?: string; source?: string };
  isCameraScannerOpen: boolean;
  /** What `camera.takePhoto()` meets: `available`, `denied`, `canceled`, `missing`. */
  camera: string;
  printers: readonly Printer[];
  isCashDrawerOpen: boolean;
  /** The open cash tracking session. */
  cashSession?: { id: number; openingTime: string };
}

export interface PosLocation {
  id: number;
  name: string;
  registerName: string;
}

export interface Printer {
  id: string;
  name: string;
  connected: boolean;
}

export interface CustomerAddress extends Address {
  id: number;
}

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
