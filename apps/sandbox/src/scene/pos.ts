/** The device at the counter. */
export interface PosScene {
  deviceName: string;
  registerName: string;
  locationId: number;
  deviceId: number;
  posVersion: string;
  shopId: number;
}

export const DEFAULT_POS: PosScene = {
  deviceName: 'Counter iPad',
  registerName: 'Register 1',
  locationId: 3,
  deviceId: 7,
  posVersion: '10.24.0',
  shopId: 1,
};
