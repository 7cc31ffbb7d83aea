import { languageOf, POS_DEVICE } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';
import { isReceipt } from './receipt.ts';

const { name, registerName, deviceId } = POS_DEVICE;

/** The device, its connection and its language. */
export const device: Api = {
  values({ target, state, manifest }) {
    const shared = {
      'connectivity.current': { internetConnected: state.connected ? 'Connected' : 'Disconnected' },
    };
    const locale = languageOf(state, manifest);
    if (isReceipt(target)) return { ...shared, device: { name, deviceId, isTablet: true }, locale };
    return { ...shared, 'device.name': name, 'device.registerName': registerName, 'locale.current': locale };
  },
  create: () => ({
    'device.getDeviceId': async () => '8f1c9b02-sandbox',
    'device.isTablet': async () => true,
  }),
  inert: ['device.getDeviceId', 'device.isTablet'],
};
