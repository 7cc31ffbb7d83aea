import { languageOf } from '../../scene/scene.ts';
import type { Api } from '../api.ts';
import { isReceipt } from './receipt.ts';

/** The device, its connection and its language. */
export const device: Api = {
  values({ target, state, manifest, scene: { pos } }) {
    const shared = {
      'connectivity.current': { internetConnected: state.connected ? 'Connected' : 'Disconnected' },
    };
    const locale = languageOf(state, manifest);
    if (isReceipt(target)) {
      return { ...shared, device: { name: pos.deviceName, deviceId: pos.deviceId, isTablet: true }, locale };
    }
    return {
      ...shared,
      'device.name': pos.deviceName,
      'device.registerName': pos.registerName,
      'locale.current': locale,
    };
  },
  create: () => ({
    'device.getDeviceId': async () => '8f1c9b02-sandbox',
    'device.isTablet': async () => true,
  }),
  inert: ['device.getDeviceId', 'device.isTablet'],
};
